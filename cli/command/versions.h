// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace kaohe {

// The program's version, and of each plan and table that it carries its file and SHA-256: what decides a verdict.
[[nodiscard]] std::string version_text();

}  // namespace kaohe
