#pragma once

#include "base/dates.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace dudao {

/// A time zone by its name in the IANA data base, such as Asia/Shanghai.
class Zone {
  public:
    /// Errors: bad_zone.
    static Result<Zone> find(std::string_view name);

    Zone(const Zone&) = delete;
    Zone& operator=(const Zone&) = delete;
    Zone(Zone&& other) noexcept;
    Zone& operator=(Zone&& other) noexcept;
    ~Zone();

    const std::string& name() const noexcept { return name_; }

    /// The civil day it is in this zone at that moment.
    Day day_of(Instant instant) const;

    /// What a clock on the wall shows.
    std::chrono::local_seconds local(Instant instant) const;

    /// The moment at which a clock on the wall shows `local`. Where clocks are put back it is the
    /// first of the two; where they skip it, the time that would have been.
    Instant instant_of(std::chrono::local_seconds local) const;

    /// With its own offset if it has one, else in this zone.
    Instant instant_of(const Moment& moment) const;

    /// How far the wall clock is ahead of UTC.
    std::chrono::seconds offset_at(Instant instant) const;

  private:
    struct Rules;
    Zone(std::string name, std::unique_ptr<Rules> rules);

    std::string name_;
    std::unique_ptr<Rules> rules_;
};

/// "YYYY-MM-DDTHH:MM:SS+08:00": the moment as the wall clock of `zone` shows it.
std::string to_text(Instant instant, const Zone& zone);

/// "YYYY-MM-DD HH:MM", for people.
std::string to_minutes(Instant instant, const Zone& zone);

}  // namespace dudao
