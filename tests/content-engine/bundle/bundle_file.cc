#include "tests/content-engine/bundle/bundle_file.h"

#include <sqlite3.h>
#include <stdlib.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "content-engine/bundle/sha256.h"

namespace content {

static std::filesystem::path fresh_folder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "bundle-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr)
    throw std::runtime_error("no temporary folder");
  return pattern;
}

static std::string taken(Result<std::string> bytes) {
  if (!bytes)
    throw std::runtime_error(bytes.failure().message);
  return std::move(*bytes);
}

BundleFile::BundleFile(std::string bytes)
    : folder_(fresh_folder()), path_(folder_ / "a b?c%20#d.bundle") {
  replace(std::move(bytes));
}

BundleFile::BundleFile(Result<std::string> bytes) : BundleFile(taken(std::move(bytes))) {}

BundleFile::~BundleFile() {
  std::filesystem::remove_all(folder_);
}

std::string BundleFile::sha256() const {
  return content::sha256(bytes_);
}

void BundleFile::replace(std::string bytes) {
  bytes_ = std::move(bytes);
  std::ofstream out(path_, std::ios::binary | std::ios::trunc);
  out.write(bytes_.data(), static_cast<std::streamsize>(bytes_.size()));
}

void BundleFile::tamper(const std::string& sql) {
  sqlite3* handle = nullptr;
  sqlite3_open(path_.c_str(), &handle);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, nullptr);
  char* message = nullptr;
  const int code = sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &message);
  const std::string reason = message == nullptr ? "" : message;
  sqlite3_free(message);
  sqlite3_close(handle);
  if (code != SQLITE_OK)
    throw std::runtime_error(reason);
  std::ifstream in(path_, std::ios::binary);
  bytes_.assign(std::istreambuf_iterator<char>(in), {});
}

}  // namespace content
