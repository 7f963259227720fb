#include "commands/show_visit.hpp"

#include "output/explanation.hpp"
#include "output/listing.hpp"
#include "workflow/visits.hpp"

namespace dudao::commands {

void show_visit(Context& context, workflow::Session& session, std::string_view tail, bool json) {
    const auto detail = workflow::show_inspection(session, tail);
    if (json) {
        print_object(context, [&](report::JsonWriter& out) { write_visit(out, detail); });
    } else {
        print_visit(context, detail, session.zone());
    }
}

}  // namespace dudao::commands
