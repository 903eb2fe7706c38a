// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "archive/package.h"
#include "base/descriptor.h"

namespace kaohe {

[[nodiscard]] Result<std::unique_ptr<Package>> open_tar(const std::string& path, Descriptor file);

}  // namespace kaohe
