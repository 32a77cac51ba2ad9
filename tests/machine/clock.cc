// For the test of the image only: a time server (SNTP, RFC 4330) that tells this computer's time.
//   machine-clock PORT       127.0.0.1; ends when it is killed
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

void put(std::uint8_t* at, std::uint32_t value) {
  value = htonl(value);
  std::memcpy(at, &value, sizeof value);
}

void put_now(std::uint8_t* at) {
  constexpr std::uint64_t from_1900_to_1970 = 2'208'988'800;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto nano = std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
  constexpr std::int64_t second = 1'000'000'000;
  put(at,
      static_cast<std::uint32_t>(static_cast<std::uint64_t>(nano / second) + from_1900_to_1970));
  put(at + 4,
      static_cast<std::uint32_t>((static_cast<std::uint64_t>(nano % second) << 32U) / second));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2)
    return 2;
  const int fd = socket(AF_INET, SOCK_DGRAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(std::atoi(argv[1])));
  if (bind(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    std::perror("machine-clock");
    return 1;
  }
  for (;;) {
    std::array<std::uint8_t, 48> asked{};
    sockaddr_in from{};
    socklen_t size = sizeof from;
    if (recvfrom(fd, asked.data(), asked.size(), 0, reinterpret_cast<sockaddr*>(&from), &size) !=
        48)
      continue;
    std::array<std::uint8_t, 48> said{};
    said[0] = 0x24;  // version 4, server
    said[1] = 2;     // stratum
    said[3] = 0xEC;  // precision, 2^-20 s
    std::memcpy(&said[12], "TEST", 4);
    put_now(&said[16]);
    std::memcpy(&said[24], &asked[40], 8);
    put_now(&said[32]);
    put_now(&said[40]);
    sendto(fd, said.data(), said.size(), 0, reinterpret_cast<const sockaddr*>(&from), size);
  }
}
