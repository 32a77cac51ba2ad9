// Ten thousand kiosks ask one nginx on this machine whether there is anything new, as fast as it
// answers: each opens a connection, asks for the next root (404) and for the timestamp, and goes.
// Plain HTTP on the loopback; server and kiosks share this machine's processors.
//   poll-bench [KIOSKS [AT ONCE]]
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/fixtures/child.h"
#include "tests/fixtures/publishing_desk.h"
#include "tests/fixtures/temporary_folder.h"

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  return address;
}

int free_port() {
  const int probe = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  const bool good = bind(probe, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 &&
                    getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size) == 0;
  close(probe);
  if (!good)
    throw std::runtime_error("no port is free");
  return ntohs(address.sin_port);
}

// One visit: two requests on one connection, one after the other.
struct Visit {
  int socket = -1;
  int answered = 0;
  std::string reply;
  Clock::time_point start;
};

class Crowd final {
 public:
  Crowd(int port, int kiosks) : port_(port), left_(kiosks), epoll_(epoll_create1(EPOLL_CLOEXEC)) {}
  Crowd(const Crowd&) = delete;
  Crowd& operator=(const Crowd&) = delete;
  ~Crowd() { close(epoll_); }

  void poll(int at_once) {
    std::vector<Visit> visits(static_cast<std::size_t>(at_once));
    for (Visit& visit : visits)
      begin(visit);
    std::vector<epoll_event> events(visits.size());
    while (open_ > 0) {
      const int ready = epoll_wait(epoll_, events.data(), at_once, 10'000);
      if (ready <= 0)
        throw std::runtime_error("the server has stopped answering");
      for (int i = 0; i < ready; ++i)
        go_on(*static_cast<Visit*>(events[static_cast<std::size_t>(i)].data.ptr));
    }
  }

  std::vector<double> milliseconds;
  std::uint64_t bytes = 0;

 private:
  static void ask(const Visit& visit) {
    const std::string name = visit.answered == 0 ? "2.root.json" : "timestamp.json";
    const std::string request = "GET /metadata/" + name +
                                " HTTP/1.1\r\nHost: kiosk.example\r\nUser-Agent: wegweiser\r\n\r\n";
    if (send(visit.socket, request.data(), request.size(), MSG_NOSIGNAL) !=
        static_cast<ssize_t>(request.size()))
      throw std::runtime_error("a request was not taken");
  }

  void begin(Visit& visit) {
    if (left_ == 0)
      return;
    --left_;
    ++open_;
    visit = {.socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), .start = Clock::now()};
    const sockaddr_in address = loopback(port_);
    if (connect(visit.socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
      throw std::runtime_error("no connection");
    ask(visit);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = &visit;
    epoll_ctl(epoll_, EPOLL_CTL_ADD, visit.socket, &event);
  }

  void go_on(Visit& visit) {
    char chunk[16 * 1024];
    const ssize_t got = recv(visit.socket, chunk, sizeof chunk, 0);
    if (got <= 0)
      throw std::runtime_error("a connection was cut");
    bytes += static_cast<std::uint64_t>(got);
    visit.reply.append(chunk, static_cast<std::size_t>(got));
    if (!whole(visit.reply))
      return;
    const char* expected = visit.answered == 0 ? "HTTP/1.1 404" : "HTTP/1.1 200";
    if (!visit.reply.starts_with(expected))
      throw std::runtime_error("unexpected: " + visit.reply.substr(0, 40));
    visit.reply.clear();
    if (++visit.answered < 2)
      return ask(visit);
    milliseconds.push_back(
        std::chrono::duration<double, std::milli>(Clock::now() - visit.start).count());
    close(visit.socket);
    --open_;
    begin(visit);
  }

  // Headers and as many bytes as they promise.
  static bool whole(const std::string& reply) {
    const auto end = reply.find("\r\n\r\n");
    const auto length = reply.find("Content-Length: ");
    if (end == std::string::npos || length == std::string::npos || length > end)
      return false;
    return reply.size() >= end + 4 + std::strtoul(reply.c_str() + length + 16, nullptr, 10);
  }

  int port_;
  int left_;
  int open_ = 0;
  int epoll_;
};

// A repository as the publisher makes one, on a real disk.
void put_repository(const fs::path& root) {
  PublishingDesk desk;
  if (!desk.publish(1) || !desk.publish(2))
    throw std::runtime_error("nothing was published");
  fs::create_directories(root / "metadata");
  const auto names = desk.files.names(desk.repository / "metadata");
  for (const auto& name : *names)
    std::ofstream(root / "metadata" / name, std::ios::binary)
        << *desk.files.read(desk.repository / "metadata" / name, INT32_MAX);
}

// One worker; "off": nothing but the answers is written.
std::unique_ptr<Child> start_nginx(const fs::path& folder, int port) {
  const std::string here = folder.string();
  std::ofstream(folder / "nginx.conf")
      << "daemon off;\nmaster_process off;\npid " << here << "/pid;\nerror_log " << here
      << "/error.log;\nevents { worker_connections 4096; }\nhttp {\n  access_log off;\n"
      << "  client_body_temp_path " << here << "/t1;\n  proxy_temp_path " << here
      << "/t2;\n  fastcgi_temp_path " << here << "/t3;\n  uwsgi_temp_path " << here
      << "/t4;\n  scgi_temp_path " << here << "/t5;\n  log_not_found off;\n"
      << "  server {\n    listen 127.0.0.1:" << port << " backlog=4096;\n    root " << here
      << "/repository;\n  }\n}\n";
  auto server = std::make_unique<Child>(
      std::vector<std::string>{"/usr/sbin/nginx", "-p", here, "-c", here + "/nginx.conf"},
      here + "/log");
  for (int i = 0; i < 500 && !server->ended(); ++i) {
    if (fs::exists(folder / "pid") && fs::file_size(folder / "pid") > 0)
      return server;
    usleep(20'000);
  }
  std::ifstream log(folder / "log");
  throw std::runtime_error("nginx does not start: " +
                           std::string{std::istreambuf_iterator<char>(log), {}});
}

double percentile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values.at(static_cast<std::size_t>(share * static_cast<double>(values.size() - 1)));
}

int run(int kiosks, int at_once) {
  const TemporaryFolder folder;
  put_repository(folder / "repository");
  const int port = free_port();
  const auto server = start_nginx(folder.path(), port);
  Crowd crowd(port, kiosks);
  const auto start = Clock::now();
  crowd.poll(at_once);
  const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
  std::printf("%d kiosks, %d at once, one nginx worker: %.2f s\n", kiosks, at_once, seconds);
  std::printf("  requests a second  %9.0f   (every quarter of an hour they need %.0f)\n",
              2.0 * kiosks / seconds, 2.0 * kiosks / 900);
  std::printf("  a visit            p50 %.2f ms  p99 %.2f ms  max %.2f ms\n",
              percentile(crowd.milliseconds, 0.5), percentile(crowd.milliseconds, 0.99),
              percentile(crowd.milliseconds, 1));
  std::printf("  bytes              %llu, %llu a kiosk; %.1f GB a day\n",
              static_cast<unsigned long long>(crowd.bytes),
              static_cast<unsigned long long>(crowd.bytes / static_cast<unsigned>(kiosks)),
              static_cast<double>(crowd.bytes) * 96 / 1e9);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc > 1 ? std::atoi(argv[1]) : 10'000, argc > 2 ? std::atoi(argv[2]) : 200);
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "poll-bench: %s\n", failure.what());
    return 1;
  }
}
