#pragma once

#include "base/catalogue.hpp"
#include "report/grid.hpp"
#include "report/period_report.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dudao::report {

/// Figures as people read them, in the way of one language and alike in every format.
class Figures {
  public:
    /// `words` must outlive it; `nothing` stands for a figure that cannot be made.
    explicit Figures(const Catalogue& words, std::string_view nothing = "–")
        : words_(&words), nothing_(nothing) {}

    const Catalogue& words() const noexcept { return *words_; }
    const std::string& nothing() const noexcept { return nothing_; }

    /// "1,240".
    std::string count(std::int64_t number) const;

    /// "86.4%", rounded half up.
    std::string percent(const std::optional<Decimal>& value) const;
    std::string percent(const Share& share) const { return percent(report::percent(share)); }

    /// "12 days".
    std::string days(const std::optional<std::int64_t>& number) const;

    /// "+1.2 pp": how far `now` lies above `before`, in percentage points. More is better.
    Cell change(const std::optional<Decimal>& now, const std::optional<Decimal>& before) const;

    /// "+35". More is neither better nor worse.
    Cell change(std::int64_t now, const std::optional<std::int64_t>& before) const;

  private:
    const Catalogue* words_;
    std::string nothing_;
};

}  // namespace dudao::report
