#include "content-engine/store/service_slip.h"

#include "content-engine/store/names.h"

namespace content {

static const std::string service_title = "wegweiser-service 1";

Result<Done> write_service_slip(Files& files, const std::filesystem::path& exchange,
                                const ServiceSlip& service) {
  Slip slip(service_title);
  slip.set("name", service.name);
  slip.set("until", service.until);
  slip.set("since", service.since);
  return write_slip(files, exchange / service_name, slip);
}

Result<ServiceSlip> read_service_slip(const Files& files, const std::filesystem::path& exchange) {
  const auto slip = read_slip(files, exchange / service_name, service_title);
  if (!slip)
    return slip.failure();
  ServiceSlip service{
      .name = slip->text("name"), .until = slip->number("until"), .since = slip->number("since")};
  if (service.name.empty() || service.until <= 0)
    return Failure{Refusal::Malformed, "a service slip without name or end"};
  return service;
}

Result<Done> remove_service_slip(Files& files, const std::filesystem::path& exchange) {
  const auto removed = files.remove(exchange / service_name);
  if (!removed && removed.failure().refusal != Refusal::NotFound)
    return removed;
  return Done{};
}

}  // namespace content
