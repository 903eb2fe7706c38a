// SPDX-License-Identifier: Apache-2.0
#include "base/crew.h"

#include <sched.h>

#include <algorithm>
#include <atomic>

namespace kaohe {

std::size_t usable_processors() {
  cpu_set_t usable;
  CPU_ZERO(&usable);
  if (sched_getaffinity(0, sizeof usable, &usable) != 0) return 1;
  return std::max<std::size_t>(static_cast<std::size_t>(CPU_COUNT(&usable)), 1);
}

Crew::Crew(std::size_t size) {
  for (std::size_t i = 1; i < size; ++i) threads_.emplace_back([this] { serve(); });
}

Crew::~Crew() {
  {
    const std::lock_guard guard(lock_);
    leaving_ = true;
  }
  wake_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

Crew::Job Crew::give(std::function<void()> work) {
  std::packaged_task<void()> task(std::move(work));
  Job done(task.get_future());
  if (threads_.empty()) {
    task();
    return done;
  }
  {
    const std::lock_guard guard(lock_);
    waiting_.push_back(std::move(task));
  }
  wake_.notify_one();
  return done;
}

void Crew::each(std::size_t count, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  const auto take = [&] {
    for (std::size_t number = next++; number < count; number = next++) work(number);
  };
  std::vector<Job> jobs;
  for (std::size_t i = 1; i < std::min(size(), count); ++i) jobs.push_back(give(take));
  take();
  for (Job& job : jobs) job.finish();
}

void Crew::serve() {
  for (;;) {
    std::packaged_task<void()> task;
    {
      std::unique_lock guard(lock_);
      wake_.wait(guard, [this] { return leaving_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      task = std::move(waiting_.front());
      waiting_.pop_front();
    }
    task();
  }
}

}  // namespace kaohe
