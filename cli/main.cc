// SPDX-License-Identifier: Apache-2.0
#include "command/command.h"

int main(int argc, char** argv) { return kaohe::run(argc, argv); }
