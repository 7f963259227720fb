#include "term/round_dialog.hpp"

#include "base/text.hpp"
#include "errors.hpp"
#include "output/answer_hint.hpp"
#include "report/table.hpp"
#include "report/wording.hpp"
#include "report/wrap.hpp"

#include <algorithm>
#include <charconv>
#include <ostream>

namespace dudao {

namespace {

using report::Tone;

constexpr std::size_t least_columns = 16;
constexpr std::size_t shown_digits = 12;  ///< of a file's digest
constexpr char32_t most_ascii = 0x7F;

/// Whether answers to this item are typed as a text and not given by one key.
bool is_typed(const domain::Item& item) {
    constexpr std::size_t most_digits = 9;
    return !domain::is_marked(item) || item.kind == domain::ItemKind::count ||
           (item.kind == domain::ItemKind::choice && item.options.size() > most_digits);
}

bool is_digit(char32_t key) {
    return key >= '0' && key <= '9';
}

Tone tone_of(domain::AnswerResult result) {
    switch (result) {
        case domain::AnswerResult::pass:
            return Tone::good;
        case domain::AnswerResult::partial:
            return Tone::warn;
        case domain::AnswerResult::fail:
            return Tone::bad;
        default:
            return Tone::dim;
    }
}

}  // namespace

RoundDialog::RoundDialog(const Context& context,
                         workflow::Round& round,
                         store::EvidenceFolder evidence)
    : context_(&context),
      round_(&round),
      evidence_(std::move(evidence)),
      keyboard_(context.env().input, context.env().input_is_terminal),
      clock_(context.clock()),
      position_(std::min(round.position(), round.size())) {}

void RoundDialog::say(std::string_view sentence, Tone tone) const {
    const auto& screen = context_->screen();
    const auto indent = std::min(sentence.find_first_not_of(' '), sentence.size());
    const auto columns = std::max(least_columns, screen.columns) - indent;
    const auto lines = report::wrapped(sentence.substr(indent), columns, screen.ambiguous);
    for (const auto& line : lines) {
        context_->out() << std::string(indent, ' ') << report::painted(line, tone, screen) << '\n';
    }
    if (lines.empty()) {
        context_->out() << '\n';
    }
}

ExitCode RoundDialog::left(ExitCode code) const {
    context_->out() << '\n' << std::flush;
    context_->note(context_->words().text("kept; the same command goes on"));
    return code;
}

std::string RoundDialog::score_text() const {
    const auto score = round_->score();
    return score.percentage ? to_text(*score.percentage, 1) + '%' : std::string{"-"};
}

void RoundDialog::print_opening() const {
    const auto& words = context_->words();
    const auto& unit = round_->unit();
    const auto title = round_->checklist().checklist().title.in(words.language());
    const auto pattern = round_->resumed()
                             ? words.text("{0} {1} · {2} · going on, {3} of {4} answered")
                             : words.text("{0} {1} · {2} · {4} items");
    const auto line = fmt::format(fmt::runtime(pattern),
                                  unit.code,
                                  report::one_line(unit.name),
                                  report::one_line(title),
                                  round_->answered(),
                                  round_->asked());
    say(line, Tone::strong);
    print_waived();
    say(words.text("? for the keys; every answer is kept at once, q goes on another time"));
}

/// What a waiver leaves out, and why.
void RoundDialog::print_waived() const {
    for (const auto position : round_->waived()) {
        say(fmt::format(fmt::runtime(context_->words().text("waived: {0} ({1})")),
                        round_->item(position).id,
                        report::one_line(round_->answer(position).detail.remark)),
            Tone::dim);
    }
}

std::vector<std::string> RoundDialog::choices(const domain::Item& item) const {
    const auto& words = context_->words();
    std::vector<std::string> all;
    const auto add = [&](std::string_view key, std::string_view meaning) {
        all.push_back(fmt::format("{} {}", key, meaning));
    };
    const auto result = [&](domain::AnswerResult value) {
        return report::shown(words, domain::answer_results, value);
    };
    switch (item.kind) {
        case domain::ItemKind::pass_fail:
            add("p", result(domain::AnswerResult::pass));
            if (item.partial_points) {
                add("m", result(domain::AnswerResult::partial));
            }
            add("f", result(domain::AnswerResult::fail));
            break;
        case domain::ItemKind::step:
            add("p", words.text("done"));
            add("m", words.text("slow"));
            add("f", words.text("omitted"));
            break;
        case domain::ItemKind::choice:
            for (std::size_t at = 0; at < item.options.size(); ++at) {
                add(std::to_string(at + 1), item.options[at].label.in(words.language()));
            }
            break;
        case domain::ItemKind::choices:
            for (const auto& option : item.options) {
                add(option.value, option.label.in(words.language()));
            }
            add("none", words.text("none of them"));
            break;
        default:
            all.push_back(typed_hint(words, item));
            break;
    }
    if (na_allowed(item)) {
        add("n", result(domain::AnswerResult::na));
    }
    return all;
}

void RoundDialog::print_choices(const domain::Item& item) const {
    const auto& screen = context_->screen();
    const auto columns = std::max(least_columns, screen.columns) - 2;
    const auto put = [&](const std::string& line) {
        if (display_width(line, screen.ambiguous) > columns) {
            say("  " + line);  // one choice that needs several lines
        } else {
            context_->out() << "  " << line << '\n';
        }
    };
    std::string line;
    for (const auto& choice : choices(item)) {
        const auto longer = line.empty() ? choice : fmt::format("{}  {}", line, choice);
        if (!line.empty() && display_width(longer, screen.ambiguous) > columns) {
            put(line);
            line = choice;
        } else {
            line = longer;
        }
    }
    put(line);
}

void RoundDialog::print_item(std::size_t position) const {
    const auto& words = context_->words();
    const auto& item = round_->item(position);
    const auto& section = *round_->checklist().sheet().items()[position].section;
    const auto place = fmt::format("[{}/{}] {} · {}",
                                   position + 1,
                                   round_->size(),
                                   report::one_line(section.title.in(words.language())),
                                   score_text());
    say("");
    say(place, Tone::dim);
    std::string text = fmt::format("{} {}", item.id, item.text.in(words.language()));
    if (item.item_class != domain::ItemClass::general) {
        text += fmt::format(" [{}]", report::shown(words, domain::item_classes, item.item_class));
    }
    say(report::one_line(text));
    if (item.kind == domain::ItemKind::knowledge) {
        print_questions(item);
    }
    const auto given = round_->answer(position);
    if (given.mark != domain::mark::not_checked) {
        say(fmt::format(fmt::runtime(words.text("  so far: {}")),
                        domain::answer_text(item, given)));
    }
    if (!given.detail.remark.empty()) {
        say(fmt::format(fmt::runtime(words.text("  remark: {}")),
                        report::one_line(given.detail.remark)));
    }
    if (!given.detail.evidence.empty()) {
        say(fmt::format(fmt::runtime(words.text("  files of evidence: {}")),
                        given.detail.evidence.size()));
    }
    print_choices(item);
}

/// The questions that this round draws for a knowledge check.
void RoundDialog::print_questions(const domain::Item& item) const {
    std::uint64_t seed = 0;
    for (const auto byte : round_->draft().id.bytes) {
        seed = seed * 31 + byte;
    }
    for (const auto index : domain::drawn_questions(item, seed)) {
        const auto text = item.options[index].label.in(context_->words().language());
        say(fmt::format("  ? {}", report::one_line(text)));
    }
}

void RoundDialog::print_help() const {
    const auto& words = context_->words();
    for (const auto line :
         {words.text("p pass, f fail, m partial, n not applicable; digits for scales and options"),
          words.text("F, M: fail or partial, and then a remark"),
          words.text("r remark, e photo or file, b back, s skip, g go to an item"),
          words.text("l what is open, u take back"),
          words.text("q quit: everything is kept")}) {
        say(fmt::format("  {}", line));
    }
}

void RoundDialog::print_open() const {
    std::string ids;
    for (const auto position : round_->missing()) {
        ids += (ids.empty() ? "" : " ") + round_->item(position).id;
    }
    const auto& words = context_->words();
    say(ids.empty() ? std::string{words.text("  nothing is open")}
                    : fmt::format(fmt::runtime(words.text("  open: {}")), ids));
    std::string bare;
    for (const auto position : round_->without_evidence()) {
        bare += (bare.empty() ? "" : " ") + round_->item(position).id;
    }
    if (!bare.empty()) {
        say(fmt::format(fmt::runtime(words.text("  without a photo or file: {}")), bare));
    }
}

RoundDialog::Next RoundDialog::give(std::size_t position, const domain::Answer& answer) {
    auto full = answer;
    const auto before = round_->answer(position).detail;
    full.detail.remark = before.remark;
    full.detail.evidence = before.evidence;
    round_->put(position, full, clock_());
    const auto outcome = round_->checklist().sheet().outcome(position, round_->answers());
    const auto& words = context_->words();
    const auto shown = report::shown(words, domain::answer_results, outcome.result);
    const auto value = full.detail.value ? ' ' + to_text(*full.detail.value) : std::string{};
    const bool asks = full.detail.evidence.empty() &&
                      domain::asks_for_evidence(round_->item(position), outcome.result);
    const auto hint = asks ? words.text(" (asks for a photo or file: b, e)") : std::string_view{};
    say(fmt::format("  {}{}{}", shown, value, hint), tone_of(outcome.result));
    return Next::forward;
}

RoundDialog::Next RoundDialog::answer_text(std::string text, std::size_t position) {
    const auto& item = round_->item(position);
    const bool option = item.kind == domain::ItemKind::choice;
    std::size_t index = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), index);
    const bool whole = read.ec == std::errc{} && read.ptr == text.data() + text.size();
    if (option && whole && index >= 1 && index <= item.options.size()) {
        text = item.options[index - 1].value;
    }
    const auto answer = domain::parse_answer(item, text);
    if (!answer || answer->mark == domain::mark::not_checked ||
        answer->mark == domain::mark::waived) {
        say(fmt::format(fmt::runtime(context_->words().text("  {} is no answer here")), text));
        return Next::stay;
    }
    return give(position, *answer);
}

RoundDialog::Next RoundDialog::answer_key(char32_t key, std::size_t position) {
    const auto& item = round_->item(position);
    if (key == 'n' || key == 'N') {
        const auto next = answer_text("N", position);
        if (next == Next::forward && item.na_reason) {
            remark(position);
        }
        return next;
    }
    const bool by_letter =
        item.kind == domain::ItemKind::pass_fail || item.kind == domain::ItemKind::step;
    if (by_letter) {
        switch (key) {
            case 'p':
            case 'P':
                return answer_text("P", position);
            case 'm':
                return answer_text("M", position);
            case 'f':
                return answer_text("F", position);
            case 'F':
            case 'M': {
                const auto next = answer_text(std::string(1, static_cast<char>(key)), position);
                if (next == Next::forward) {
                    remark(position);
                }
                return next;
            }
            default:
                break;
        }
    }
    if (is_digit(key) && !by_letter) {
        return answer_text(std::string(1, static_cast<char>(key)), position);
    }
    std::string shown;
    append_utf8(shown, key);
    say(fmt::format(
        fmt::runtime(context_->words().text("  {} means nothing here; ? shows the keys")),
        term_safe(shown)));
    return Next::stay;
}

std::optional<std::string> RoundDialog::typed(std::string_view prompt) {
    auto text = keyboard_.line(prompt, context_->out());
    interrupted_ = text && !text->empty() && text->back() == static_cast<char>(interrupt_key);
    return interrupted_ ? std::nullopt : text;
}

void RoundDialog::remark(std::size_t position) {
    const auto text = typed(context_->words().text("  remark: "));
    if (!text) {
        return;
    }
    if (!is_line(*text)) {
        say(context_->words().text("  that is no plain text, not kept"));
        return;
    }
    auto answer = round_->answer(position);
    answer.detail.remark = *text;
    round_->put(position, answer, clock_());
}

/// Where a file was dragged into the terminal, its name may stand in quotes.
void RoundDialog::add_file(std::size_t position) {
    const auto text = typed(context_->words().text("  photo or file: "));
    auto name = std::string{trimmed(text.value_or(""))};
    const bool quoted = name.size() > 1 && name.front() == name.back() &&
                        (name.front() == '\'' || name.front() == '"');
    if (quoted) {
        name = name.substr(1, name.size() - 2);
    }
    if (!name.empty()) {
        keep(position, context_->env().folder / name);
    }
}

void RoundDialog::keep(std::size_t position, const std::filesystem::path& file) {
    const auto& words = context_->words();
    const auto kept = evidence_.keep(file);
    if (!kept) {
        say("  " + message_of(kept.error(), words), Tone::bad);
        return;
    }
    auto answer = round_->answer(position);
    domain::add_evidence(answer.detail, to_text(*kept));
    round_->put(position, answer, clock_());
    say(fmt::format(fmt::runtime(words.text("  kept as {}")),
                    to_text(*kept).substr(0, shown_digits)),
        Tone::good);
}

void RoundDialog::go() {
    const auto text = typed(context_->words().text("  number or id of the item: ")).value_or("");
    if (text.empty()) {
        return;
    }
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    if (const auto found = round_->checklist().position(text)) {
        position_ = *found;
    } else if (number >= 1 && number <= round_->size()) {
        position_ = number - 1;
    } else {
        say(fmt::format(fmt::runtime(context_->words().text("  there is no item {}")),
                        term_safe(text)));
    }
}

RoundDialog::Next RoundDialog::command(char32_t key, std::size_t position) {
    switch (key) {
        case interrupt_key:
            return Next::interrupted;
        case 'q':
            return Next::quit;
        case 'b':
            return Next::back;
        case 's':
            return Next::forward;
        case 'u':
            round_->clear(position);
            return Next::stay;
        case 'r':
            remark(position);
            return Next::stay;
        case 'e':
            add_file(position);
            return Next::stay;
        case 'g':
            go();
            return Next::stay;
        case 'l':
            print_open();
            return Next::stay;
        case '?':
            print_help();
            return Next::stay;
        default:
            return answer_key(key, position);
    }
}

RoundDialog::Next RoundDialog::ask(std::size_t position) {
    print_item(position);
    constexpr std::string_view commands = "qbsurgle?";
    if (!is_typed(round_->item(position))) {
        context_->out() << "> " << std::flush;
        const auto key = keyboard_.key();
        if (key && *key < most_ascii &&
            std::string_view{"rgle?"}.find(static_cast<char>(*key)) != std::string_view::npos) {
            context_->out() << '\n';  // what it says begins a line of its own
        }
        return key ? command(*key, position) : Next::quit;
    }
    const auto text = typed("> ");
    if (!text) {
        return interrupted_ ? Next::interrupted : Next::quit;
    }
    if (text->size() == 1 && commands.find(text->front()) != std::string_view::npos) {
        return command(static_cast<unsigned char>(text->front()), position);
    }
    return text->empty() ? Next::stay : answer_text(*text, position);
}

ExitCode RoundDialog::submit() {
    const auto done = round_->submit(clock_(), "");
    const auto& words = context_->words();
    const auto& score = done.score;
    say(fmt::format(fmt::runtime(words.text("submitted as {0}: {1}, {2}{3}; {4} issues raised")),
                    short_text(done.id, shortest_tail),
                    score.percentage ? to_text(*score.percentage, 1) + '%' : std::string{"-"},
                    report::shown(words, domain::verdicts, score.verdict),
                    score.grade.empty()
                        ? std::string{}
                        : std::string{words.text("list separator", ", ")} + score.grade,
                    done.recorded.issues));
    return ExitCode::ok;
}

void RoundDialog::print_closing() const {
    const auto& words = context_->words();
    say("");
    say(fmt::format(fmt::runtime(words.text("{0} of {1} answered · {2}")),
                    round_->answered(),
                    round_->asked(),
                    score_text()));
    print_open();
    say(words.text("  y submit, b back, g go to an item, q quit and keep"));
    context_->out() << "> " << std::flush;
}

std::optional<ExitCode> RoundDialog::close_with(char32_t key) {
    switch (key) {
        case 'q':
            return left(ExitCode::ok);
        case interrupt_key:
            return left(ExitCode::interrupted);
        case 'y':
            return round_->missing().empty() ? std::optional{submit()} : std::nullopt;
        case 'b':
            position_ = shown_before(round_->size());
            return ExitCode::negative;
        case 'g':
            position_ = shown_before(round_->size());
            context_->out() << '\n';
            go();
            return interrupted_ ? left(ExitCode::interrupted) : ExitCode::negative;
        default:
            return std::nullopt;
    }
}

ExitCode RoundDialog::finish() {
    for (;;) {
        print_closing();
        const auto key = keyboard_.key();
        if (const auto code = close_with(key.value_or('q'))) {
            return *code;
        }
    }
}

/// The first item from `position` on that is to be looked at.
std::size_t RoundDialog::shown_from(std::size_t position) const {
    while (position < round_->size() && !round_->is_asked(position)) {
        ++position;
    }
    return position;
}

/// The last item before `position` that is to be looked at, or else the first one.
std::size_t RoundDialog::shown_before(std::size_t position) const {
    for (auto at = position; at-- > 0;) {
        if (round_->is_asked(at)) {
            return at;
        }
    }
    return shown_from(0);
}

ExitCode RoundDialog::run() {
    print_opening();
    position_ = shown_from(position_);
    for (;;) {
        if (position_ == round_->size()) {
            const auto code = finish();
            if (code != ExitCode::negative) {
                return code;
            }
        }
        const auto asked = position_;
        const auto next = ask(asked);
        switch (interrupted_ ? Next::interrupted : next) {
            case Next::forward:
                position_ = shown_from(asked + 1);
                break;
            case Next::back:
                position_ = shown_before(asked);
                break;
            case Next::quit:
                return left(ExitCode::ok);
            case Next::interrupted:
                return left(ExitCode::interrupted);
            case Next::stay:
                break;
        }
        round_->move_to(position_);
    }
}

}  // namespace dudao
