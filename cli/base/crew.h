// SPDX-License-Identifier: Apache-2.0
// Threads that help the one that owns them. Whoever gives them work decides what comes of it, in an order of its own:
// nothing may depend on which of them was first.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace kaohe {

// That this process may run on, one or more.
[[nodiscard]] std::size_t usable_processors();

class Crew {
 public:
  // `size` counts the owner too: a crew of one has no thread, and does what it is given at once.
  explicit Crew(std::size_t size);
  ~Crew();  // after what was given
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  // Work that was given. It is waited for, whatever becomes of the one that gave it.
  class Job {
   public:
    explicit Job(std::future<void> done) : done_(std::move(done)) {}
    Job(Job&& other) noexcept = default;
    Job& operator=(Job&& other) = delete;
    ~Job() {
      if (done_.valid()) done_.wait();
    }
    // Throws what the work threw.
    void finish() { done_.get(); }

   private:
    std::future<void> done_;
  };

  [[nodiscard]] std::size_t size() const { return threads_.size() + 1; }
  [[nodiscard]] Job give(std::function<void()> work);
  // Does `work` for each number below `count`: whoever is free, the owner too, takes the next. Throws what one of them threw.
  void each(std::size_t count, const std::function<void(std::size_t)>& work);

 private:
  void serve();

  std::mutex lock_;
  std::condition_variable wake_;
  std::deque<std::packaged_task<void()>> waiting_;
  bool leaving_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace kaohe
