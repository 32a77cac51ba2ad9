// From one edition to the next while the kiosk runs. On a thread of its own, so that neither the
// screen nor a visitor's page ever waits for a candidate that is being read and drawn: it sleeps
// until the store or the exchange folder changes, tries what is to try while nobody is here, and
// hands over what shall be shown. A visitor who comes has the kiosk at once.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "content-engine/store/alert_slip.h"
#include "content-engine/store/delivery_slip.h"
#include "content-engine/store/print_slip.h"
#include "content-engine/store/service_slip.h"
#include "kiosk/platform/clock.h"
#include "kiosk/platform/folder_watch.h"
#include "kiosk/trial.h"

namespace kiosk {

struct Tidings {
  std::optional<Stock> stock;
  std::optional<content::DeliverySlip> delivery;
  // There is another warning, or (none) no warning any more.
  std::optional<std::optional<content::AlertSlip>> alert;
  std::optional<content::PrintSlip> print;
  // A technician's stick is there, or (none) no more.
  std::optional<std::optional<content::ServiceSlip>> service;
};

class Changeover final {
 public:
  struct Outside {
    std::function<WallTime(const std::string& time_zone)> wall;
    Log log;
    std::function<void()> wake;  // take() has something; called on this thread
  };
  // `files` outlives this.
  Changeover(content::Files& files, StockPlace place, std::filesystem::path exchange, Panel panel,
             Outside outside);
  // Gives a trial up and waits for the page that is being drawn.
  ~Changeover();
  Changeover(const Changeover&) = delete;
  Changeover& operator=(const Changeover&) = delete;

  // For the worker, on its thread. Before this nothing is tried.
  Opened open();
  // Whether nobody is here; by the screen's thread, as often as it likes.
  void vacant(bool nobody);
  // Once. Throws what this thread threw.
  std::optional<Tidings> take();

 private:
  void run();
  void look();
  void tell_delivery();
  bool refuses_candidate() const;
  void tell_alert();
  void tell_print();
  void tell_service();
  void hand_over(Stock stock);
  void say(const content::DeliverySlip& slip);
  bool somebody() const { return stopping_ || !vacant_; }

  // input
  content::Files& files_;
  StockPlace place_;
  std::filesystem::path exchange_;
  Panel panel_;
  Outside outside_;
  FolderWatch watch_;
  // this thread's own
  std::optional<content::DeliverySlip> slip_;    // as last read
  bool denied_ = false;                          // accepted, it says, and we have said no
  std::optional<content::AlertSlip> alert_;      // as last read
  std::optional<content::PrintSlip> print_;      // as last read
  std::optional<content::ServiceSlip> service_;  // as last read
  std::optional<content::Slots> in_vain_;        // with these, a change back failed
  // shared
  std::atomic<bool> stopping_{false};
  std::atomic<bool> vacant_{false};
  std::mutex mutex_;
  bool opened_ = false;
  std::string showing_;  // SHA-256; empty: not of the store
  std::optional<Tidings> tidings_;
  std::exception_ptr broken_;

  std::thread thread_;  // last: starts when all else is there
};

}  // namespace kiosk
