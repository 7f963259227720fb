#include "commands/ledger.hpp"
#include "commands/steps.hpp"

namespace dudao::commands {

namespace {

void declare_extensions(Declaring& to) {
    const auto& words = to.words;
    declare_step(to,
                 {.verb = domain::Verb::extension_asked,
                  .name = "extend",
                  .summary = words.text("Ask for a later deadline"),
                  .example = "  dudao rectify extend 7QX2M --to 2026-11-30 --reason 配件缺货",
                  .note = "--reason",
                  .needs_note = true,
                  .needs_later_day = true});
    declare_step(to,
                 {.verb = domain::Verb::extended,
                  .name = "grant",
                  .summary = words.text("Grant the later deadline that is asked for"),
                  .example = "  dudao rectify grant 7QX2M --note 供应商已确认到货日"});
    declare_step(to,
                 {.verb = domain::Verb::extension_refused,
                  .name = "refuse",
                  .summary = words.text("Refuse the later deadline that is asked for"),
                  .example = "  dudao rectify refuse 7QX2M --reason 可先用备用冷柜",
                  .note = "--reason",
                  .needs_note = true});
}

}  // namespace

void declare_rectify(Declaring& to) {
    const auto& words = to.words;
    declare_step(
        to,
        {.verb = domain::Verb::planned,
         .name = "plan",
         .summary = words.text("Plan a measure with its owner"),
         .example =
             "  dudao rectify plan 7QX2M --measure 更换冷柜密封条 --owner H0012 --by 2026-11-20",
         .note = "--measure",
         .needs_note = true,
         .takes_cause = true,
         .needs_owner = true,
         .takes_deadline = true});
    declare_step(to,
                 {.verb = domain::Verb::progressed,
                  .name = "progress",
                  .summary = words.text("Report how far the measure is"),
                  .example = "  dudao rectify progress 7QX2M --percent 60 --note 配件已到店",
                  .takes_percent = true,
                  .takes_evidence = true});
    declare_step(to,
                 {.verb = domain::Verb::submitted,
                  .name = "submit",
                  .summary = words.text("Say that it is done and wait for acceptance"),
                  .example = "  dudao rectify submit 7QX2M --note 密封条已更换 --evidence 冷柜.jpg",
                  .takes_evidence = true});
    declare_step(to,
                 {.verb = domain::Verb::accepted,
                  .name = "accept",
                  .summary = words.text("Accept the rectification and close the issue"),
                  .example = "  dudao rectify accept 7QX2M --note 现场复查合格",
                  .takes_evidence = true});
    declare_step(to,
                 {.verb = domain::Verb::rejected,
                  .name = "reject",
                  .summary = words.text("Send it back to planning"),
                  .example = "  dudao rectify reject 7QX2M --reason 复查温度仍超标",
                  .note = "--reason",
                  .needs_note = true,
                  .takes_evidence = true});
    declare_extensions(to);
    declare_ledger(to);
}

}  // namespace dudao::commands
