// A repository on a web server: any that serves static files. TLS is verified, redirects are not
// followed, nothing is decompressed, names go out as they are; a server that hangs or trickles is
// given up. What comes is bounded by the caller's limits and trusted by nobody yet.
// One transfer at a time. The program ignores SIGPIPE.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <memory>

#include "content-engine/repository/transport.h"

namespace content {

enum class PlainHttp { Refused, Allowed };
// Ignored: for a device that does not know the time. Who vouches for the server, and its name,
// still count.
enum class CertificateDates { Checked, Ignored };

struct HttpsOptions {
  PlainHttp plain_http =
      PlainHttp::Refused;  // TUF does not need TLS; passers-by would see versions
  CertificateDates certificate_dates = CertificateDates::Checked;
  std::string proxy;                         // "http://proxy.example:3128"; empty: none
  std::filesystem::path authorities;         // PEM; empty: the system's
  std::filesystem::path client_certificate;  // PEM; empty: none
  std::filesystem::path client_key;          // PEM
  std::string user_agent = "wegweiser";      // may name kiosk and version for the server's log
  std::chrono::milliseconds connect_time{20'000};
  std::chrono::milliseconds fetch_time{120'000};  // the whole of a small file
  std::chrono::seconds patience{30};              // slower than least_speed for so long: given up
  long least_speed = 256;                         // bytes a second
};

class HttpsTransport final : public Transport {
 public:
  // `base`: "https://kiosk.example/herne/metadata", with or without a slash at its end. Invalid:
  // another scheme, or plain http where that is refused.
  static Result<std::unique_ptr<HttpsTransport>> open(std::string base, HttpsOptions options);

  ~HttpsTransport() override;
  HttpsTransport(const HttpsTransport&) = delete;
  HttpsTransport& operator=(const HttpsTransport&) = delete;

  // 403, 404 and 410 are NotFound, every other status but 200 and 206 Unavailable.
  Result<std::string> fetch(const std::string& name, std::size_t limit) override;
  // Goes on behind what is there where the server can (206); starts again where it cannot.
  // TooLarge, Untrusted: what the server has is longer or shorter than signed.
  Result<Done> download(const std::string& name, std::uint64_t length,
                        const std::filesystem::path& to, const Progress& progress) override;
  // A small file to the server, for its own use. Invalid: it does not take it (4xx), so that trying
  // again is no use; Unavailable: it may later.
  Result<Done> put(const std::string& name, std::string_view bytes);
  std::string description() const override;
  // When the certificate ends that the server showed in the last transfer, in seconds since 1970;
  // 0: it showed none.
  std::int64_t certificate_end() const;

 private:
  struct Connection;
  HttpsTransport(std::string base, HttpsOptions options, std::unique_ptr<Connection> connection);

  std::string base_;  // ends with a slash
  HttpsOptions options_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace content
