#include "exchange/icalendar.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace dudao::exchange {

namespace {

/// TEXT of RFC 5545, 3.3.11.
std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n') {
            safe += "\\n";
        } else if (c == '\\' || c == ';' || c == ',') {
            safe += '\\';
            safe += c;
        } else if (byte < ' ' || byte == 0x7F) {
            safe += "\uFFFD";
        } else {
            safe += c;
        }
    }
    return safe;
}

/// The day in the basic format of ISO 8601.
std::string basic(Day day) {
    auto text = dudao::to_text(day);
    std::erase(text, '-');
    return text;
}

std::string basic(Instant instant) {
    auto text = dudao::to_text(instant);
    std::erase(text, '-');
    std::erase(text, ':');
    return text;
}

class Writer {
  public:
    /// A line, folded: what goes on below begins with a blank, which counts.
    void line(std::string_view text) {
        constexpr std::size_t most = 75;
        auto room = most;
        while (text.size() > room) {
            auto at = room;
            while (at > 0 && is_inside_character(text[at])) {
                --at;
            }
            text_ += text.substr(0, at);
            text_ += "\r\n ";
            text.remove_prefix(at);
            room = most - 1;
        }
        text_ += text;
        text_ += "\r\n";
    }

    void text(std::string_view name, std::string_view value) {
        if (!value.empty()) {
            line(fmt::format("{}:{}", name, escaped(value)));
        }
    }

    std::string take() { return std::move(text_); }

  private:
    static bool is_inside_character(char c) {
        constexpr unsigned char mask = 0xC0;
        constexpr unsigned char continues = 0x80;
        return (static_cast<unsigned char>(c) & mask) == continues;
    }

    std::string text_ = {};
};

void write(Writer& writer, const DayEvent& event, const std::string& stamp) {
    writer.line("BEGIN:VEVENT");
    writer.text("UID", event.uid);
    writer.line("DTSTAMP:" + stamp);
    writer.line(fmt::format("SEQUENCE:{}", event.sequence));
    writer.line("DTSTART;VALUE=DATE:" + basic(event.day));
    writer.line("DTEND;VALUE=DATE:" + basic(event.day + std::chrono::days{1}));
    writer.text("SUMMARY", event.summary);
    writer.text("LOCATION", event.location);
    writer.text("DESCRIPTION", event.description);
    if (event.place) {
        writer.line(fmt::format("GEO:{};{}",
                                domain::degrees_text(event.place->lat),
                                domain::degrees_text(event.place->lon)));
    }
    writer.line(event.cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
    writer.line("TRANSP:TRANSPARENT");
    writer.line("END:VEVENT");
}

}  // namespace

std::string icalendar(std::string_view name, const std::vector<DayEvent>& events, Instant now) {
    Writer writer;
    writer.line("BEGIN:VCALENDAR");
    writer.line("VERSION:2.0");
    writer.line("PRODID:-//dudao//dudao//EN");
    writer.line("CALSCALE:GREGORIAN");
    writer.line("METHOD:PUBLISH");
    writer.text("X-WR-CALNAME", name);
    const auto stamp = basic(now);
    for (const auto& event : events) {
        write(writer, event, stamp);
    }
    writer.line("END:VCALENDAR");
    return writer.take();
}

}  // namespace dudao::exchange
