#include "base/zone.hpp"

#include "base/error_id.hpp"

#include <fmt/format.h>
#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

namespace dudao {

struct Zone::Rules {
    std::unique_ptr<icu::BasicTimeZone> zone;
};

namespace {

constexpr double ms_in_second = 1000;

double to_udate(std::chrono::seconds since_epoch) {
    return static_cast<double>(since_epoch.count()) * ms_in_second;
}

std::chrono::seconds seconds_of(int32_t raw_ms, int32_t saving_ms) {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::milliseconds{raw_ms + saving_ms});
}

/// Whether the IANA data base has such a name. ICU knows more: CST, which is Chicago's to it, and
/// GMT+8, which has no rules.
bool is_iana_name(std::string_view name) {
    return name == "UTC" || (name.find('/') != std::string_view::npos && name != "Etc/Unknown" &&
                             !name.starts_with("SystemV/"));
}

}  // namespace

Result<Zone> Zone::find(std::string_view name) {
    if (!is_iana_name(name)) {
        return Error{ErrorId::bad_zone, {name}};
    }
    const auto id = icu::UnicodeString::fromUTF8(
        icu::StringPiece{name.data(), static_cast<int32_t>(name.size())});
    std::unique_ptr<icu::TimeZone> found{icu::TimeZone::createTimeZone(id)};
    if (*found == icu::TimeZone::getUnknown()) {
        return Error{ErrorId::bad_zone, {name}};
    }
    auto rules = std::make_unique<Rules>();
    // Every zone with an IANA name has this class: unicode/basictz.h.
    rules->zone.reset(dynamic_cast<icu::BasicTimeZone*>(found.get()));
    if (rules->zone == nullptr) {
        return Error{ErrorId::bad_zone, {name}};
    }
    (void)found.release();  // NOLINT(bugprone-unused-return-value): now in `rules`
    return Zone{std::string{name}, std::move(rules)};
}

Zone::Zone(std::string name, std::unique_ptr<Rules> rules)
    : name_(std::move(name)), rules_(std::move(rules)) {}
Zone::Zone(Zone&& other) noexcept = default;
Zone& Zone::operator=(Zone&& other) noexcept = default;
Zone::~Zone() = default;

std::chrono::seconds Zone::offset_at(Instant instant) const {
    int32_t raw = 0;
    int32_t saving = 0;
    UErrorCode status = U_ZERO_ERROR;
    rules_->zone->getOffset(to_udate(instant.time_since_epoch()), 0, raw, saving, status);
    return seconds_of(raw, saving);
}

std::chrono::local_seconds Zone::local(Instant instant) const {
    return std::chrono::local_seconds{instant.time_since_epoch() + offset_at(instant)};
}

Day Zone::day_of(Instant instant) const {
    return Day{std::chrono::floor<std::chrono::days>(local(instant).time_since_epoch())};
}

Instant Zone::instant_of(std::chrono::local_seconds local) const {
    int32_t raw = 0;
    int32_t saving = 0;
    UErrorCode status = U_ZERO_ERROR;
    rules_->zone->getOffsetFromLocal(to_udate(local.time_since_epoch()),
                                     UCAL_TZ_LOCAL_FORMER,
                                     UCAL_TZ_LOCAL_FORMER,
                                     raw,
                                     saving,
                                     status);
    return Instant{local.time_since_epoch() - seconds_of(raw, saving)};
}

Instant Zone::instant_of(const Moment& moment) const {
    return moment.offset ? Instant{moment.local.time_since_epoch() - *moment.offset}
                         : instant_of(moment.local);
}

std::string to_text(Instant instant, const Zone& zone) {
    const auto offset = zone.offset_at(instant);
    const auto shown = to_text(Instant{instant.time_since_epoch() + offset});
    const std::chrono::hh_mm_ss size{offset};  // its parts are absolute
    return fmt::format("{}{}{:02}:{:02}",
                       shown.substr(0, shown.size() - 1),
                       size.is_negative() ? '-' : '+',
                       size.hours().count(),
                       size.minutes().count());
}

std::string to_minutes(Instant instant, const Zone& zone) {
    constexpr std::size_t date_size = 10;
    constexpr std::size_t time_size = 5;
    const auto shown = to_text(Instant{instant.time_since_epoch() + zone.offset_at(instant)});
    return shown.substr(0, date_size) + ' ' + shown.substr(date_size + 1, time_size);
}

}  // namespace dudao
