#include "content-engine/store/print_slip.h"

#include <doctest/doctest.h>

#include <fstream>

#include "content-engine/store/names.h"
#include "tests/fixtures/temporary_folder.h"

using namespace content;

TEST_SUITE("store/print slip") {
  TEST_CASE("how a sheet went is read as it was written") {
    const TemporaryFolder folder;
    DiskFiles files;
    CHECK(read_print_slip(files, folder.path()).failure().refusal == Refusal::NotFound);
    for (const PrintEnd end : {PrintEnd::Done, PrintEnd::Failed}) {
      const PrintSlip slip{.job = "3fa90c1d-12", .end = end};
      REQUIRE(write_print_slip(files, folder.path(), slip));
      const auto read = read_print_slip(files, folder.path());
      REQUIRE(read);
      CHECK(*read == slip);
    }
  }

  TEST_CASE("a slip with words that are none is no slip") {
    const TemporaryFolder folder;
    for (const char* lines :
         {"job = a-1\nstate = maybe\n", "state = done\n", "job = ../x\nstate = done\n"}) {
      std::ofstream(folder.path() / "print") << "wegweiser-print 1\n" << lines;
      CHECK(read_print_slip(DiskFiles(), folder.path()).failure().refusal == Refusal::Malformed);
    }
  }

  TEST_CASE("only a job's own name is one") {
    CHECK(job_of_print_name("3fa9-1.pdf") == "3fa9-1");
    for (const char* name : {".pdf", "3fa9-1", "../a.pdf", "A.pdf", "-o x.pdf", "a.pdf.new"})
      CHECK_FALSE(job_of_print_name(name));
    CHECK_FALSE(job_of_print_name(std::string(41, 'a') + ".pdf"));
  }
}
