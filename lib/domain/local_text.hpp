#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dudao::domain {

/// A text in one language or several. The first one stands in for languages it does not have.
class LocalText {
  public:
    LocalText() = default;
    explicit LocalText(std::string text) { set("", std::move(text)); }

    /// `language` is "zh-CN", "zh-TW", "en" or, for a text given once, "".
    void set(std::string language, std::string text) {
        texts_.emplace_back(std::move(language), std::move(text));
    }

    bool empty() const noexcept { return texts_.empty(); }

    /// In `language`, else the first one given, else "".
    std::string_view in(std::string_view language) const noexcept {
        for (const auto& [each, text] : texts_) {
            if (each == language) {
                return text;
            }
        }
        return texts_.empty() ? std::string_view{} : std::string_view{texts_.front().second};
    }

    /// (language, text) in the order given.
    const std::vector<std::pair<std::string, std::string>>& all() const noexcept { return texts_; }

    bool operator==(const LocalText&) const = default;

  private:
    std::vector<std::pair<std::string, std::string>> texts_;
};

}  // namespace dudao::domain
