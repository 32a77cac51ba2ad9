#include "content-engine/repository/https_transport.h"

#include <curl/curl.h>
#include <fcntl.h>
#include <openssl/ssl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <optional>
#include <string_view>

namespace content {

namespace {

constexpr std::size_t header_limit = 64 * 1024;  // of one answer, all lines together
constexpr std::size_t answer_limit = 64 * 1024;  // of what a server says to a report

struct Descriptor {
  int number = -1;
  ~Descriptor() {
    if (number >= 0)
      ::close(number);
  }
};

// One answer while it comes in. What ends a transfer early is kept as its failure.
struct Answer {
  CURL* handle = nullptr;
  std::size_t header_bytes = 0;
  std::optional<std::uint64_t> range_start;  // of Content-Range
  std::optional<Failure> failure;

  // fetch: into memory
  std::string* text = nullptr;
  // put: from memory
  std::string_view to_send;
  // download: into a file
  int file = -1;
  std::uint64_t written = 0;  // bytes the file holds
  const Progress* progress = nullptr;

  std::uint64_t limit = 0;
  bool started = false;

  long status() const {
    long code = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &code);
    return code;
  }
  std::size_t stop(Refusal refusal, std::string message) {
    failure = Failure{refusal, std::move(message)};
    return 0;
  }
};

std::optional<std::uint64_t> content_range_start(std::string_view line) {
  constexpr std::string_view name = "content-range: bytes ";
  if (line.size() <= name.size() || curl_strnequal(line.data(), name.data(), name.size()) == 0)
    return std::nullopt;
  std::uint64_t start = 0;
  const auto rest = line.substr(name.size());
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), start);
  return error == std::errc() ? std::optional(start) : std::nullopt;
}

extern "C" {

std::size_t wegweiser_take_header(char* line, std::size_t size, std::size_t count, void* to) {
  auto& answer = *static_cast<Answer*>(to);
  answer.header_bytes += size * count;
  if (answer.header_bytes > header_limit)
    return answer.stop(Refusal::TooLarge, "headers without end");
  if (const auto start = content_range_start({line, size * count}))
    answer.range_start = start;
  return size * count;
}

std::size_t wegweiser_take_text(char* bytes, std::size_t size, std::size_t count, void* to) {
  auto& answer = *static_cast<Answer*>(to);
  if (answer.status() != 200)
    return answer.stop(Refusal::Unavailable, "");  // an error's page is of no use
  if (answer.text->size() + size * count > answer.limit)
    return answer.stop(Refusal::TooLarge, "more than " + std::to_string(answer.limit) + " bytes");
  answer.text->append(bytes, size * count);
  return size * count;
}

std::size_t wegweiser_take_bytes(char* bytes, std::size_t size, std::size_t count, void* to) {
  auto& answer = *static_cast<Answer*>(to);
  const std::size_t all = size * count;
  if (!answer.started) {
    const long status = answer.status();
    if (status != 200 && status != 206)
      return answer.stop(Refusal::Unavailable, "");
    if (status == 206 && answer.range_start != answer.written)
      return answer.stop(Refusal::Unavailable, "another range than asked for");
    if (status == 200 && answer.written > 0) {  // no ranges here: from the beginning
      answer.written = 0;
      if (::ftruncate(answer.file, 0) != 0)
        return answer.stop(Refusal::Unavailable, std::strerror(errno));
    }
    answer.started = true;
  }
  if (answer.written + all > answer.limit)
    return answer.stop(Refusal::TooLarge,
                       "more than the " + std::to_string(answer.limit) + " bytes signed");
  for (std::size_t done = 0; done < all;) {
    const ssize_t put =
        ::pwrite(answer.file, bytes + done, all - done, static_cast<off_t>(answer.written));
    if (put < 0 && errno == EINTR)
      continue;
    if (put < 0)
      return answer.stop(
          errno == ENOSPC || errno == EDQUOT ? Refusal::NoSpace : Refusal::Unavailable,
          std::strerror(errno));
    done += static_cast<std::size_t>(put);
    answer.written += static_cast<std::uint64_t>(put);
  }
  if (*answer.progress && !(*answer.progress)(answer.written))
    return answer.stop(Refusal::Unavailable, "interrupted");
  return all;
}

std::size_t wegweiser_give_bytes(char* to, std::size_t size, std::size_t count, void* from) {
  auto& answer = *static_cast<Answer*>(from);
  const std::size_t piece = std::min(size * count, answer.to_send.size());
  answer.to_send.copy(to, piece);
  answer.to_send.remove_prefix(piece);
  return piece;
}

CURLcode wegweiser_ignore_dates(CURL*, void* context, void*) {
  X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(static_cast<SSL_CTX*>(context)),
                              X509_V_FLAG_NO_CHECK_TIME);
  return CURLE_OK;
}

}  // extern "C"

void set_path(CURL* handle, CURLoption option, const std::filesystem::path& path) {
  if (!path.empty())
    curl_easy_setopt(handle, option, path.c_str());
}

}  // namespace

struct HttpsTransport::Connection {
  CURL* handle = curl_easy_init();
  char error[CURL_ERROR_SIZE] = {};

  Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() { curl_easy_cleanup(handle); }

  // A plain GET of `url`; nothing of an earlier one is left but the open connection.
  void prepare(const std::string& url, const HttpsOptions& options, Answer& answer) {
    curl_easy_reset(handle);
    answer.handle = handle;
    error[0] = '\0';
    curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
    curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, error);
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR,
                     options.plain_http == PlainHttp::Allowed ? "http,https" : "https");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_PROXY, options.proxy.c_str());  // empty: no environment's
    curl_easy_setopt(handle, CURLOPT_USERAGENT, options.user_agent.c_str());
    curl_easy_setopt(handle, CURLOPT_CERTINFO, 1L);
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2});
    set_path(handle, CURLOPT_CAINFO, options.authorities);
    set_path(handle, CURLOPT_SSLCERT, options.client_certificate);
    set_path(handle, CURLOPT_SSLKEY, options.client_key);
    if (options.certificate_dates == CertificateDates::Ignored)
      curl_easy_setopt(handle, CURLOPT_SSL_CTX_FUNCTION, wegweiser_ignore_dates);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, long{options.connect_time.count()});
    curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, options.least_speed);
    curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, long{options.patience.count()});
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, wegweiser_take_header);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, &answer);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &answer);
  }

  // The failure that `done` and the status amount to; none: the answer is what was asked for.
  // `url` is for people and logs: without a password.
  std::optional<Failure> verdict(CURLcode done, const std::string& url,
                                 const Answer& answer) const {
    const long status = answer.status();
    if (status == 403 || status == 404 || status == 410)
      return Failure{Refusal::NotFound, url + " is not there (" + std::to_string(status) + ")"};
    if (status >= 300 && status < 400)
      return Failure{Refusal::Unavailable, url + " leads elsewhere (" + std::to_string(status) +
                                               "), which is not followed"};
    if (status != 0 && status != 200 && status != 206)
      return Failure{Refusal::Unavailable, url + ": status " + std::to_string(status)};
    if (answer.failure)
      return Failure{answer.failure->refusal, url + ": " + answer.failure->message};
    if (done != CURLE_OK)
      return Failure{Refusal::Unavailable,
                     url + ": " + (error[0] != '\0' ? error : curl_easy_strerror(done))};
    return std::nullopt;
  }
};

HttpsTransport::HttpsTransport(std::string base, HttpsOptions options,
                               std::unique_ptr<Connection> connection)
    : base_(std::move(base)), options_(std::move(options)), connection_(std::move(connection)) {}
HttpsTransport::~HttpsTransport() = default;

Result<std::unique_ptr<HttpsTransport>> HttpsTransport::open(std::string base,
                                                             HttpsOptions options) {
  const bool plain = base.starts_with("http://");
  if (!plain && !base.starts_with("https://"))
    return Failure{Refusal::Invalid, "\"" + base + "\" is no https:// address"};
  if (plain && options.plain_http == PlainHttp::Refused)
    return Failure{Refusal::Invalid, "\"" + base + "\" is not encrypted; https:// is needed"};
  if (!base.ends_with('/'))
    base += '/';
  auto connection = std::make_unique<Connection>();
  if (connection->handle == nullptr)
    return Failure{Refusal::Unavailable, "libcurl does not start"};
  return std::unique_ptr<HttpsTransport>(
      new HttpsTransport(std::move(base), std::move(options), std::move(connection)));
}

std::int64_t HttpsTransport::certificate_end() const {
  constexpr std::string_view name = "Expire date:";
  curl_certinfo* chain = nullptr;
  if (curl_easy_getinfo(connection_->handle, CURLINFO_CERTINFO, &chain) != CURLE_OK ||
      chain == nullptr || chain->num_of_certs < 1)
    return 0;
  // The first is the server's own.
  for (const curl_slist* line = chain->certinfo[0]; line != nullptr; line = line->next)
    if (std::string_view(line->data).starts_with(name))
      return std::max<std::int64_t>(curl_getdate(line->data + name.size(), nullptr), 0);
  return 0;
}

Result<std::string> HttpsTransport::fetch(const std::string& name, std::size_t limit) {
  std::string text;
  Answer answer{.text = &text, .limit = limit};
  connection_->prepare(base_ + name, options_, answer);
  curl_easy_setopt(connection_->handle, CURLOPT_TIMEOUT_MS, long{options_.fetch_time.count()});
  curl_easy_setopt(connection_->handle, CURLOPT_WRITEFUNCTION, wegweiser_take_text);
  const CURLcode done = curl_easy_perform(connection_->handle);
  if (auto failure = connection_->verdict(done, description() + name, answer))
    return *failure;
  return text;
}

Result<Done> HttpsTransport::put(const std::string& name, std::string_view bytes) {
  std::string ignored;
  Answer answer{.text = &ignored, .to_send = bytes, .limit = answer_limit};
  connection_->prepare(base_ + name, options_, answer);
  CURL* handle = connection_->handle;
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, long{options_.fetch_time.count()});
  curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(handle, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(bytes.size()));
  curl_easy_setopt(handle, CURLOPT_READFUNCTION, wegweiser_give_bytes);
  curl_easy_setopt(handle, CURLOPT_READDATA, &answer);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, wegweiser_take_text);
  const CURLcode done = curl_easy_perform(handle);
  const long status = answer.status();
  if (done == CURLE_OK && status >= 200 && status < 300)
    return Done{};
  if (status >= 400 && status < 500)
    return Failure{Refusal::Invalid,
                   description() + name + " is not taken (" + std::to_string(status) + ")"};
  if (auto failure = connection_->verdict(done, description() + name, answer))
    return Failure{Refusal::Unavailable, failure->message};
  return Failure{Refusal::Unavailable, description() + name + ": no answer"};
}

Result<Done> HttpsTransport::download(const std::string& name, std::uint64_t length,
                                      const std::filesystem::path& to, const Progress& progress) {
  const std::string url = description() + name;  // as people may read it
  const Descriptor file{::open(to.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0640)};
  const off_t already = file.number < 0 ? -1 : ::lseek(file.number, 0, SEEK_END);
  if (already < 0)
    return Failure{errno == ENOSPC ? Refusal::NoSpace : Refusal::Unavailable,
                   to.string() + ": " + std::strerror(errno)};
  Answer answer{.file = file.number,
                .written = static_cast<std::uint64_t>(already),
                .progress = &progress,
                .limit = length};
  if (answer.written > length && ::ftruncate(file.number, 0) == 0)
    answer.written = 0;
  if (answer.written == length && length > 0)
    return Done{};  // whole already; whether right is the caller's question
  connection_->prepare(base_ + name, options_, answer);
  curl_easy_setopt(connection_->handle, CURLOPT_WRITEFUNCTION, wegweiser_take_bytes);
  const std::string range = std::to_string(answer.written) + "-";
  if (answer.written > 0)
    curl_easy_setopt(connection_->handle, CURLOPT_RANGE, range.c_str());
  const CURLcode done = curl_easy_perform(connection_->handle);
  if (answer.status() == 416)
    return Failure{Refusal::Untrusted, url + " ends before the signed length"};
  if (auto failure = connection_->verdict(done, url, answer))
    return *failure;
  if (answer.written == length)
    return Done{};
  // Where the server said how long its file is, this is all of it; else it may have been cut off.
  curl_off_t promised = -1;
  curl_easy_getinfo(connection_->handle, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &promised);
  return Failure{promised >= 0 ? Refusal::Untrusted : Refusal::Unavailable,
                 url + " ended after " + std::to_string(answer.written) + " of " +
                     std::to_string(length) + " bytes"};
}

// Without a name and password that an address may carry.
std::string HttpsTransport::description() const {
  const auto host = base_.find("://") + 3;
  const auto at = base_.find('@', host);
  return at == std::string::npos || at > base_.find('/', host)
             ? base_
             : base_.substr(0, host) + base_.substr(at + 1);
}

}  // namespace content
