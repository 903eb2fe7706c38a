// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "archive/package.h"
#include "base/descriptor.h"

namespace kaohe {

[[nodiscard]] Result<std::unique_ptr<Package>> open_folder(const std::string& path, Descriptor folder);

}  // namespace kaohe
