#include "exchange/icalendar.hpp"

#include "base/text.hpp"

#include <doctest/doctest.h>

namespace dudao::exchange {

using namespace std::chrono_literals;

namespace {

const Instant noon{Day{2026y / 11 / 1} + 12h};

}  // namespace

TEST_SUITE("exchange/icalendar") {
    TEST_CASE("an event of a day, as RFC 5545 writes it") {
        CHECK(icalendar("巡检",
                        {{.uid = "1@dudao",
                          .sequence = 3,
                          .day = Day{2026y / 12 / 31},
                          .summary = "S01; 二楼, 左\\右",
                          .description = "一\n二",
                          .place = domain::Coordinates{312'000'000, 1'214'500'000},
                          .cancelled = true}},
                        noon) ==
              "BEGIN:VCALENDAR\r\n"
              "VERSION:2.0\r\n"
              "PRODID:-//dudao//dudao//EN\r\n"
              "CALSCALE:GREGORIAN\r\n"
              "METHOD:PUBLISH\r\n"
              "X-WR-CALNAME:巡检\r\n"
              "BEGIN:VEVENT\r\n"
              "UID:1@dudao\r\n"
              "DTSTAMP:20261101T120000Z\r\n"
              "SEQUENCE:3\r\n"
              "DTSTART;VALUE=DATE:20261231\r\n"
              "DTEND;VALUE=DATE:20270101\r\n"
              "SUMMARY:S01\\; 二楼\\, 左\\\\右\r\n"
              "DESCRIPTION:一\\n二\r\n"
              "GEO:31.2;121.45\r\n"
              "STATUS:CANCELLED\r\n"
              "TRANSP:TRANSPARENT\r\n"
              "END:VEVENT\r\n"
              "END:VCALENDAR\r\n");
    }

    TEST_CASE("lines have at most 75 bytes and fold between characters") {
        std::string name;
        for (int at = 0; at < 60; ++at) {
            name += "店";
        }
        for (const auto* before : {"", "x", "xy"}) {
            const auto text = icalendar(before + name, {}, noon);
            std::string unfolded;
            std::size_t from = 0;
            while (from < text.size()) {
                const auto to = text.find("\r\n", from);
                const auto line = text.substr(from, to - from);
                CHECK(line.size() <= 75);
                const bool goes_on = line.starts_with(' ');
                CHECK((static_cast<unsigned char>(line[goes_on ? 1 : 0]) & 0xC0U) != 0x80U);
                unfolded += (goes_on ? line.substr(1) : '\n' + line);
                from = to + 2;
            }
            CHECK(unfolded.find("\nX-WR-CALNAME:" + (before + name) + '\n') != std::string::npos);
        }
    }

    TEST_CASE("control characters do not break lines") {
        const auto text = icalendar("a\rb\x01", {}, noon);
        CHECK(text.find("X-WR-CALNAME:a\uFFFDb\uFFFD\r\n") != std::string::npos);
    }
}

}  // namespace dudao::exchange
