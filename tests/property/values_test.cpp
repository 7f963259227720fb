// What must hold for every value of lib/base, shown on many by chance.
#include "base/decimal.hpp"
#include "base/hash.hpp"
#include "base/ratio.hpp"
#include "base/text.hpp"
#include "base/ulid.hpp"
#include "base/width.hpp"
#include "base/zone.hpp"
#include "domain/period.hpp"
#include "domain/unit.hpp"
#include "support/arbitrary.hpp"
#include "support/print.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

namespace dudao {

namespace {

constexpr std::uint64_t many = 500;

/// Calls `check` with a source of chance for each of many seeds; the seed is shown on failure.
template <class Check>
void for_many(const Check& check) {
    for (std::uint64_t seed = 0; seed < many; ++seed) {
        CAPTURE(seed);
        auto random = seeded_random(seed);
        check(random);
    }
}

std::string arbitrary_bytes(Random& random) {
    std::string bytes;
    for (auto n = test::below(random, 24); n > 0; --n) {
        bytes += test::chance(random, 30) ? test::arbitrary_line(random)
                                          : std::string(1, static_cast<char>(random()));
    }
    return bytes;
}

}  // namespace

TEST_SUITE("property/values") {
    TEST_CASE("a decimal is read back from its text") {
        for_many([](Random& random) {
            const auto value = test::arbitrary_decimal(random);
            if (to_text(value).size() < 18) {  // parse_decimal() reads twelve digits
                CHECK(*parse_decimal(to_text(value)) == value);
            }
        });
    }

    TEST_CASE("a decimal with six places says the same as without") {
        for_many([](Random& random) {
            const auto value = test::arbitrary_decimal(random);
            const auto text = to_text(value, Decimal::places);
            auto shortest = text.substr(0, text.find_last_not_of('0') + 1);
            if (shortest.back() == '.') {
                shortest.pop_back();
            }
            CHECK(to_text(value) == shortest);
        });
    }

    TEST_CASE("a decimal is rounded to the nearest, and like its ratio") {
        for_many([](Random& random) {
            const auto value = test::arbitrary_decimal(random);
            const auto places = test::between(random, 0, 6);
            const auto rounded = Ratio{value}.rounded(places);
            const Ratio unit{Decimal{1}, Decimal{static_cast<std::int64_t>(std::pow(10, places))}};
            const auto off = Ratio{rounded} - Ratio{value};
            CHECK(off + off <= unit);
            CHECK(Ratio{} - off - off <= unit);
            CHECK(to_text(rounded, places) == to_text(value, places));
        });
    }

    TEST_CASE("what is added to a decimal can be taken away") {
        for_many([](Random& random) {
            const auto a =
                Decimal::from_millionths(test::arbitrary_decimal(random).millionths() / 2);
            const auto b =
                Decimal::from_millionths(test::arbitrary_decimal(random).millionths() / 2);
            CHECK(a + b - b == a);
            CHECK(Ratio{a} + Ratio{b} == Ratio{a + b});
            CHECK((a < b) == (Ratio{a} < Ratio{b}));
        });
    }

    TEST_CASE("an id is read back from its text, in either case") {
        for_many([](Random& random) {
            const auto id = test::arbitrary_ulid(random);
            CHECK(*parse_ulid(to_text(id)) == id);
            CHECK(*parse_ulid(ascii_lower(to_text(id))) == id);
        });
    }

    TEST_CASE("ids sort like their texts and like their bytes") {
        for_many([](Random& random) {
            auto a = test::arbitrary_ulid(random);
            auto b = test::arbitrary_ulid(random);
            if (test::chance(random, 50)) {  // alike but for one byte
                b = a;
                b.bytes.at(test::below(random, 16)) = static_cast<std::uint8_t>(random());
            }
            CHECK((a < b) == (to_text(a) < to_text(b)));
            CHECK((a < b) == (as_bytes(a) < as_bytes(b)));
            CHECK((a == b) == (to_text(a) == to_text(b)));
        });
    }

    TEST_CASE("any end of an id's text finds it") {
        for_many([](Random& random) {
            const auto id = test::arbitrary_ulid(random);
            const auto length = 5 + test::below(random, 22);
            const auto tail = parse_tail(ascii_lower(short_text(id, length))).or_throw();
            CHECK(tail.matches(id));
            CHECK(tail.number == tail_of(id));
        });
    }

    TEST_CASE("a sum of digests does not care about order and forgets what is taken away") {
        for_many([](Random& random) {
            std::vector<Digest> terms;
            for (auto n = test::below(random, 6); n > 0; --n) {
                terms.push_back(sha256(test::arbitrary_line(random)));
            }
            DigestSum forward;
            DigestSum backward;
            for (std::size_t n = 0; n < terms.size(); ++n) {
                forward += terms[n];
                backward += terms[terms.size() - 1 - n];
            }
            CHECK(forward == backward);
            for (const auto& term : terms) {
                forward -= term;
            }
            CHECK(forward == DigestSum{});
        });
    }

    TEST_CASE("a digest is read back from its text") {
        for_many([](Random& random) {
            const auto digest = sha256(test::arbitrary_line(random));
            CHECK(*parse_digest(to_text(digest)) == digest);
        });
    }

    TEST_CASE("code points put together again are the text") {
        for_many([](Random& random) {
            const auto text = test::arbitrary_text(random);
            std::string again;
            std::size_t count = 0;
            for (std::string_view rest = text; !rest.empty(); ++count) {
                append_utf8(again, take_code_point(rest));
            }
            CHECK(again == text);
            CHECK(code_points(text) == count);
        });
    }

    TEST_CASE("what comes before the first malformed sequence is well-formed") {
        for_many([](Random& random) {
            const auto bytes = arbitrary_bytes(random);
            const auto at = first_malformed(bytes);
            CHECK_FALSE(
                first_malformed(std::string_view{bytes}.substr(0, at.value_or(bytes.size()))));
            if (at) {
                CHECK(first_malformed(std::string_view{bytes}.substr(*at)) == 0);
            }
        });
    }

    TEST_CASE("nothing that is sent to a terminal can steer it") {
        for_many([](Random& random) {
            const auto safe = term_safe(arbitrary_bytes(random));
            CHECK(is_line(safe));
            CHECK(term_safe(safe) == safe);
        });
    }

    TEST_CASE("trimming twice is trimming once") {
        for_many([](Random& random) {
            const auto text = test::pick(random, {" ", "", "\t", "　"}) +
                              test::arbitrary_text(random) +
                              test::pick(random, {"", "\n ", "　", " "});
            const auto once = trimmed(text);
            CHECK(trimmed(once) == once);
            CHECK(text.find(once) != std::string::npos);
        });
    }

    TEST_CASE("what is fitted fits, and what is padded is as wide as asked") {
        for_many([](Random& random) {
            const auto text = test::arbitrary_line(random);
            const auto columns = test::below(random, 30);
            const auto ambiguous =
                test::chance(random, 50) ? AmbiguousWidth::one : AmbiguousWidth::two;
            const auto shown = fitted(text, columns, ambiguous);
            CHECK(display_width(shown, ambiguous) <= columns);
            CHECK(display_width(padded(shown, columns, ambiguous), ambiguous) == columns);
        });
    }

    TEST_CASE("a day and an instant are read back from their texts") {
        for_many([](Random& random) {
            const auto day = test::arbitrary_day(random);
            const auto instant = test::arbitrary_instant(random);
            CHECK(*parse_day(to_text(day)) == day);
            const auto moment = parse_moment(to_text(instant)).or_throw();
            CHECK(moment.offset == std::chrono::seconds{0});
            CHECK(moment.local.time_since_epoch() == instant.time_since_epoch());
        });
    }

    TEST_CASE("a moment as a zone writes it is read as the same moment") {
        const std::array<Zone, 4> zones{Zone::find("Asia/Shanghai").or_throw(),
                                        Zone::find("Europe/Berlin").or_throw(),
                                        Zone::find("America/St_Johns").or_throw(),
                                        Zone::find("Australia/Lord_Howe").or_throw()};
        for_many([&](Random& random) {
            const auto& zone = zones.at(test::below(random, zones.size()));
            CAPTURE(zone.name());
            const auto instant = test::arbitrary_instant(random);
            const auto moment = parse_moment(to_text(instant, zone)).or_throw();
            CHECK(zone.instant_of(moment) == instant);
            CHECK(moment.local == zone.local(instant));
            CHECK(zone.day_of(instant) ==
                  Day{std::chrono::floor<std::chrono::days>(moment.local.time_since_epoch())});
        });
    }

    TEST_CASE("a period is read back from its text and follows the one before without a gap") {
        for_many([](Random& random) {
            const auto period = test::arbitrary_plan(random).period;
            CHECK(*domain::parse_period(to_text(period)) == period);
            const auto month = domain::month_of(test::arbitrary_day(random));
            CHECK(domain::periods_later(month, 1).first == month.last + std::chrono::days{1});
            CHECK(domain::periods_later(domain::periods_later(month, 7), -7) == month);
        });
    }

    TEST_CASE("degrees are read back from their text") {
        for_many([](Random& random) {
            const auto unit = test::arbitrary_unit(random, "S1");
            if (unit.coordinates) {
                const auto [lat, lon] = *unit.coordinates;
                CHECK(*domain::parse_degrees(domain::degrees_text(lat), domain::greatest_lat) ==
                      lat);
                CHECK(*domain::parse_degrees(domain::degrees_text(lon), domain::greatest_lon) ==
                      lon);
            }
        });
    }
}

}  // namespace dudao
