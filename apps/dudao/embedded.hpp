#pragma once

#include <span>
#include <string_view>
#include <utility>

/// Files that are part of the program, so that it needs none beside it: made by cmake/Embed.cmake.
namespace dudao::embedded {

std::string_view zh_CN_mo() noexcept;  // NOLINT(readability-identifier-naming): a locale's name
std::string_view zh_TW_mo() noexcept;  // NOLINT(readability-identifier-naming)

/// (path below config/, content), by path.
std::span<const std::pair<std::string_view, std::string_view>> config() noexcept;

}  // namespace dudao::embedded
