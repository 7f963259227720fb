#include "store/evidence.hpp"

#include "base/error_id.hpp"
#include "support/folder.hpp"
#include "support/print.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <sys/stat.h>
#include <utility>
#include <vector>

namespace dudao::store {

namespace {

using namespace std::string_literals;
namespace fs = std::filesystem;

const std::string photo = "\xFF\xD8\xFF\xE0 a photo"s;

/// All files below a folder, as seen from it.
std::vector<std::string> files_below(const fs::path& folder) {
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator{folder}) {
        if (entry.is_regular_file()) {
            files.push_back(fs::relative(entry.path(), folder).string());
        }
    }
    return files;
}

}  // namespace

TEST_SUITE("store/evidence") {
    TEST_CASE("the first bytes of a file say what it is") {
        const std::vector<std::pair<std::string, EvidenceKind>> known{
            {photo, EvidenceKind::jpeg},
            {"\x89PNG\r\n\x1A\n...."s, EvidenceKind::png},
            {"%PDF-1.7"s, EvidenceKind::pdf},
            {"RIFF\0\0\0\0WEBPVP8 "s, EvidenceKind::webp},
            {"RIFF\0\0\0\0WAVEfmt "s, EvidenceKind::wav},
            {"\0\0\0\x18"s + "ftypheic", EvidenceKind::heic},
            {"\0\0\0\x18"s + "ftypM4A ", EvidenceKind::m4a},
            {"\0\0\0\x18"s + "ftypisom", EvidenceKind::mp4},
            {"\0\0\0\x14"s + "ftypqt  ", EvidenceKind::mp4},
            {"ID3\x04", EvidenceKind::mp3},
            {"\xFF\xFB\x90"s, EvidenceKind::mp3}};
        for (const auto& [bytes, kind] : known) {
            const auto expected = kind;
            CAPTURE(static_cast<int>(expected));
            CHECK(evidence_kind(bytes) == expected);
        }
        for (const auto& bytes : {""s,
                                  "text"s,
                                  "MZ\x90"s,
                                  "PK\x03\x04"s,
                                  "XXXX\0\0\0\0WEBP"s,
                                  "\xFF\xD8"s,
                                  "<svg xmlns"s,
                                  "#!/bin/sh\n"s}) {
            CAPTURE(bytes);
            CHECK_FALSE(evidence_kind(bytes));
        }
    }

    TEST_CASE("a file is kept under the hash of its content, once") {
        const test::Folder folder;
        folder.put("one.jpg", photo);
        folder.put("another.png", photo);  // what it is called does not matter
        const EvidenceFolder evidence{folder / "evidence"};
        const auto digest = evidence.keep(folder / "one.jpg").or_throw();
        CHECK(digest == sha256(photo));
        CHECK(evidence.keep(folder / "another.png").or_throw() == digest);
        const auto name = to_text(digest);
        CHECK(files_below(folder / "evidence") ==
              std::vector{name.substr(0, 2) + '/' + name + ".jpg"});
        CHECK(evidence.check(digest) == domain::EvidenceState::kept);
        CHECK(evidence.find(digest).has_value());
    }

    TEST_CASE("a look keeps nothing") {
        const test::Folder folder;
        folder.put("one.jpg", photo);
        CHECK(EvidenceFolder::look_at(folder / "one.jpg").or_throw() == sha256(photo));
        CHECK(folder.names() == std::vector<std::string>{"one.jpg"});
    }

    TEST_CASE("what was changed or taken away is found, and mended by keeping it again") {
        const test::Folder folder;
        folder.put("one.jpg", photo);
        const EvidenceFolder evidence{folder.path()};
        const auto digest = evidence.keep(folder / "one.jpg").or_throw();
        const auto path = *evidence.find(digest);
        fs::resize_file(path, 4);
        CHECK(evidence.check(digest) == domain::EvidenceState::altered);
        CHECK(evidence.keep(folder / "one.jpg").or_throw() == digest);
        CHECK(evidence.check(digest) == domain::EvidenceState::kept);
        fs::remove(path);
        CHECK(evidence.check(digest) == domain::EvidenceState::missing);
        CHECK_FALSE(evidence.find(digest));
    }

    TEST_CASE("no other kind of file is kept, and none that is not there") {
        const test::Folder folder;
        folder.put("run.jpg", "#!/bin/sh\n");
        folder.put("empty.jpg", "");
        const EvidenceFolder evidence{folder / "evidence"};
        CHECK(evidence.keep(folder / "run.jpg").error().id == ErrorId::evidence_kind_unknown);
        CHECK(evidence.keep(folder / "empty.jpg").error().id == ErrorId::evidence_kind_unknown);
        CHECK(evidence.keep(folder / "no.jpg").error().id == ErrorId::no_such_file);
        CHECK(evidence.keep(folder.path()).error().id == ErrorId::file_is_directory);
        CHECK_FALSE(fs::exists(folder / "evidence"));
    }

    TEST_CASE("links and pipes are not followed") {
        const test::Folder folder;
        folder.put("one.jpg", photo);
        fs::create_symlink(folder / "one.jpg", folder / "link.jpg");
        REQUIRE(::mkfifo((folder / "pipe.jpg").c_str(), S_IRUSR | S_IWUSR) == 0);
        const EvidenceFolder evidence{folder / "evidence"};
        for (const auto* name : {"link.jpg", "pipe.jpg"}) {
            CHECK(evidence.keep(folder / name).error().id == ErrorId::evidence_kind_unknown);
        }
        CHECK(evidence.keep("/dev/zero").error().id == ErrorId::evidence_kind_unknown);
        CHECK_FALSE(fs::exists(folder / "evidence"));
    }

    TEST_CASE("all that is kept is listed, and nothing else that lies there") {
        const test::Folder folder;
        folder.put("one.jpg", photo);
        folder.put("two.pdf", "%PDF-1.4");
        const EvidenceFolder evidence{folder / "evidence"};
        CHECK(evidence.all().empty());
        std::vector<Digest> kept{evidence.keep(folder / "one.jpg").or_throw(),
                                 evidence.keep(folder / "two.pdf").or_throw()};
        fs::copy_file(folder / "one.jpg", folder / "evidence" / "holiday.jpg");
        auto all = evidence.all();
        std::sort(kept.begin(), kept.end());
        std::sort(all.begin(), all.end());
        CHECK(all == kept);
    }

    TEST_CASE("nothing is written through a link out of the folder") {
        const test::Folder folder;
        const test::Folder outside;
        folder.put("one.jpg", photo);
        const auto shelf = folder / "evidence" / to_text(sha256(photo)).substr(0, 2);
        fs::create_directories(shelf.parent_path());
        fs::create_directory_symlink(outside.path(), shelf);
        const EvidenceFolder evidence{folder / "evidence"};
        const auto error = test::failure_of([&] { (void)evidence.keep(folder / "one.jpg"); });
        REQUIRE(error);
        CHECK(error->id == ErrorId::file_unwritable);
        CHECK(outside.names().empty());
    }
}

}  // namespace dudao::store
