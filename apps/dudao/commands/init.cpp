#include "commands/declare.hpp"
#include "output/listing.hpp"
#include "starter.hpp"
#include "workflow/initialise.hpp"

#include <ostream>

namespace dudao::commands {

namespace {

struct Options {
    std::string folder = ".";
    std::string name;
    bool json = false;
};

/// The store's name in dudao.yaml: what --db or DUDAO_DB says, else a file beside it.
std::string store_named(const Context& context) {
    const auto& option = context.options().store;
    return option.empty() ? context.env().variable("DUDAO_DB").value_or("dudao.db") : option;
}

/// The first person's code: --actor, DUDAO_ACTOR, else the name of the user.
std::string actor_named(const Context& context) {
    const auto& env = context.env();
    const auto& option = context.options().actor;
    if (!option.empty()) {
        return option;
    }
    return env.variable("DUDAO_ACTOR").value_or(env.variable("USER").value_or("admin"));
}

ExitCode run(const Options& options, Context& context) {
    const auto base = context.options().folder.empty()
                          ? context.env().folder
                          : context.env().folder / context.options().folder;
    auto folder = (base / options.folder).lexically_normal();
    if (!folder.has_filename()) {
        folder = folder.parent_path();  // "here/" when DIR is "."
    }
    const auto store = store_named(context);
    const auto actor = given(domain::parse_code(actor_named(context)));
    const auto files = starter_files({.chain = options.name, .store = store, .actor = actor});
    const auto kept = workflow::initialise(
        {.folder = folder,
         .store_url = store::is_postgres(store) ? store : (folder / store).string(),
         .author = {.actor = actor, .device = device_id(context.env()), .now = context.now()},
         .person_name = actor,
         .files = files.views()});
    for (const auto& path : kept) {
        context.note(context.words().text("kept as it is: {}"), path);
    }
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) {
            json.member("workspace", folder.string()).member("store", store).member("actor", actor);
        });
    } else {
        context.out() << fmt::format(fmt::runtime(context.words().text(
                                         "workspace {0} is ready; {1} may do everything in it\n")),
                                     folder.string(),
                                     actor);
    }
    return ExitCode::ok;
}

}  // namespace

void declare_init(Declaring& to) {
    auto options = std::make_shared<Options>();
    auto& app = to.app;
    app.add_option("DIR", options->folder, std::string{to.words.text("Folder of the workspace")});
    app.add_option("--name", options->name, std::string{to.words.text("Name of the chain")})
        ->type_name("NAME");
    add_json(app, options->json, to.words);
    app.footer("  dudao init shop --name 鲜果时光 --actor zhang.wei");
    auto* chosen = &to.chosen;
    app.callback([options, chosen] {
        *chosen = [options](Context& context) { return run(*options, context); };
    });
}

}  // namespace dudao::commands
