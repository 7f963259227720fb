#include "workflow/initialise.hpp"

#include "base/error_id.hpp"
#include "base/file.hpp"
#include "store/people.hpp"
#include "store/store.hpp"

namespace dudao::workflow {

namespace {

namespace fs = std::filesystem;

void make_folder(const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) {
        throw Failure{Error{ErrorId::file_unwritable, {folder.string(), failed.message()}}};
    }
}

std::vector<std::string> write_files(const InitRequest& request) {
    std::vector<std::string> kept;
    for (const auto& file : request.files) {
        const auto path = request.folder / file.path;
        if (fs::exists(path)) {
            kept.push_back(path.string());
            continue;
        }
        make_folder(path.parent_path());
        write_atomically(path, file.bytes);
    }
    return kept;
}

domain::Person first_person(const InitRequest& request) {
    domain::Person person{.code = request.author.actor, .name = request.person_name};
    for (const auto& [role, word] : domain::roles.words) {
        person.roles.push_back(role);
    }
    return person;
}

}  // namespace

std::vector<std::string> initialise(const InitRequest& request) {
    make_folder(request.folder / "evidence");
    auto kept = write_files(request);
    const auto driver = store::create(request.store_url, {});
    store::Writing writing{*driver, request.author, "init"};
    store::PersonWriter people{writing};
    people.add(first_person(request));
    people.finish();
    writing.commit(request.person_name);
    return kept;
}

}  // namespace dudao::workflow
