#include "output/risk.hpp"

#include "output/listing.hpp"
#include "report/wording.hpp"

#include <ostream>

namespace dudao {

void write_risk(report::JsonWriter& json, const std::optional<domain::Risk>& risk) {
    json.key("risk");
    if (!risk) {
        json.null();
        return;
    }
    json.begin_object()
        .member("score", risk->score())
        .member("watch", domain::watches.word(risk->watch))
        .member("visits", risk->visits)
        .member("average", risk->average)
        .member("days", risk->days)
        .member("critical", risk->critical)
        .member("lost_points", risk->lost_points)
        .member("critical_points", risk->critical_points)
        .member("idle_points", risk->idle_points)
        .member("series_tightened", risk->series_tightened)
        .end_object();
}

void print_risk(const Context& context, const std::optional<domain::Risk>& risk) {
    if (!risk) {
        return;
    }
    const auto& words = context.words();
    const auto points = [&](const auto& what, std::int64_t count) {
        return fmt::format(fmt::runtime(words.text("{0}: {1} points")), what, count);
    };
    Sheet sheet{context};
    sheet.add(words.text("Risk"),
              points(report::shown(words, domain::watches, risk->watch), risk->score()));
    if (risk->average) {
        const auto average = fmt::format(fmt::runtime(words.text("{0}, {1}% on average")),
                                         risk->visits,
                                         to_text(*risk->average));
        sheet.add(words.text("Last visits"), points(average, risk->lost_points));
    }
    sheet.add(words.text("Open critical issues"), points(risk->critical, risk->critical_points));
    if (risk->days) {
        sheet.add(words.text("Days since the last visit"), points(*risk->days, risk->idle_points));
    }
    if (risk->series_tightened) {
        sheet.add(words.text("Series"), words.text("2 visits out of 5 or fewer in a row failed"));
    }
    sheet.print();
    context.out() << '\n';
}

}  // namespace dudao
