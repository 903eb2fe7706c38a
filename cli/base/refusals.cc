// SPDX-License-Identifier: Apache-2.0
#include "base/refusals.h"

#include <fmt/format.h>

#include <cerrno>
#include <system_error>

#include "base/text.h"

namespace kaohe {
namespace {

Phrase reason(int error) {
  switch (error) {
    case ENOENT:
      return {"没有这个文件或文件夹", "no such file or folder"};
    case EACCES:
    case EPERM:
      return {"没有权限", "permission denied"};
    case EISDIR:
      return {"这是文件夹，应为文件", "it is a folder, a file was expected"};
    case ENOTDIR:
      return {"路径中有一段不是文件夹", "a part of the path is not a folder"};
    case ENOSPC:
    case EDQUOT:
      return {"磁盘空间已满", "no space left on the disk"};
    case EROFS:
      return {"所在磁盘只读", "the disk is read-only"};
    case EFBIG:
      return {"文件过大", "the file is too large"};
    case ENOMEM:
      return {"内存放不下", "it does not fit into memory"};
    case ENAMETOOLONG:
      return {"文件名过长", "the name is too long"};
    case ELOOP:
      return {"符号链接循环", "symbolic links form a loop"};
    case ESTALE:
      return {"读取时文件正在被改写", "it was changed while it was read"};
    case EIO:
      return {"读写设备出错", "the device failed"};
    default:
      break;
  }
  const std::string own = std::generic_category().message(error);
  return {fmt::format("系统错误 {}（{}）", error, own), fmt::format("system error {} ({})", error, own)};
}

}  // namespace

Refusal cannot_read(const std::string& path, int error) {
  const Phrase why = reason(error);
  if (path == "-") {
    return {{fmt::format("无法读取标准输入：{}", why.zh), fmt::format("cannot read standard input: {}", why.en)}};
  }
  return {{fmt::format("无法读取“{}”：{}", visible(path), why.zh),
           fmt::format("cannot read \"{}\": {}", visible(path), why.en)}};
}

Refusal cannot_write(const std::string& path, int error) {
  const Phrase why = reason(error);
  if (path == "-") {
    return {{fmt::format("无法写到标准输出：{}", why.zh), fmt::format("cannot write to standard output: {}", why.en)}};
  }
  return {{fmt::format("无法写入“{}”：{}", visible(path), why.zh),
           fmt::format("cannot write \"{}\": {}", visible(path), why.en)}};
}

}  // namespace kaohe
