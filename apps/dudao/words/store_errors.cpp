#include "base/error_id.hpp"
#include "words/error_words.hpp"

#include <array>

namespace dudao {

namespace {

constexpr std::array<ErrorWords, 27> words{{
    {ErrorId::store_missing,
     N_("there is no data store '{0}'"),
     N_("Make a workspace with dudao init, or name the store with --db.")},
    {ErrorId::store_empty, N_("the data base is empty"), N_("Make a store in it with dudao init.")},
    {ErrorId::store_foreign,
     N_("this is not a store of dudao"),
     N_("Name another file or data base with --db.")},
    {ErrorId::store_exists,
     N_("there is a store already"),
     N_("Use it, or choose another folder or data base.")},
    {ErrorId::store_old,
     N_("the store has schema {0}, this program reads {1}"),
     N_("Run dudao db migrate; it keeps a backup.")},
    {ErrorId::store_busy,
     N_("the store '{0}' is in use: {1}"),
     N_("Try again when the other program has finished.")},
    {ErrorId::store_conflict,
     N_("another program changed the store '{0}' at the same time: {1}"),
     N_("Run the command again; nothing was changed.")},
    {ErrorId::store_full,
     N_("no space is left for the store '{0}': {1}"),
     N_("Make room and run the command again; nothing was changed.")},
    {ErrorId::store_read_only,
     N_("the store '{0}' may not be written: {1}"),
     N_("Ask for permission to write the file and its folder.")},
    {ErrorId::store_not_permitted,
     N_("the store '{0}' may not be opened: {1}"),
     N_("Check the permissions of the file and its folder.")},
    {ErrorId::store_failed, N_("the store '{0}' failed: {1}"), ""},
    {ErrorId::store_no_libpq, N_("PostgreSQL cannot be used here: {0}"), N_("Install libpq5.")},
    {ErrorId::store_connection,
     N_("no connection to '{0}': {1}"),
     N_("Check the address and that the server runs.")},
    {ErrorId::store_newer,
     N_("the store has schema {0}, this program knows up to {1}"),
     N_("Install the newer dudao.")},
    {ErrorId::store_corrupt, N_("the store '{0}' is damaged: {1}"), N_("Restore a backup.")},
    {ErrorId::journal_hash,
     N_("entry {0} of the journal is not as it was written"),
     N_("Someone changed it, or the file is damaged.")},
    {ErrorId::journal_gap,
     N_("entry {0} of the journal does not follow the one before"),
     N_("An entry was taken away, added or moved.")},
    {ErrorId::table_differs,
     N_("table {0} ({1} rows) is not what the journal says"),
     N_("A row was changed, added or taken away without dudao.")},
    {ErrorId::facts_differ,
     N_("table {0} is not as entry {1} wrote it: {2} rows then, {3} now"),
     N_("A row was changed, added or taken away without dudao.")},
    {ErrorId::facts_without_entry,
     N_("table {0} holds {1} rows that no entry of the journal wrote"),
     N_("Someone added them without dudao.")},
    {ErrorId::rows_astray,
     N_("table {0} holds {1} rows that refer to what is not there"),
     N_("Someone added them without dudao, or took away what they refer to.")},
    {ErrorId::stale_state,
     N_("the state kept in table {0} for {1} is not what its history says"),
     N_("Someone changed it without dudao.")},
    {ErrorId::head_missing,
     N_("no entry of the journal has the hash {0}"),
     N_("The end of the journal was cut off, or the hash is from another store.")},
    {ErrorId::merge_fork,
     N_("both stores have an entry {0}:{1}, with different contents"),
     N_("One of them was copied and written on the same device: choose one of them.")},
    {ErrorId::merge_checklist,
     N_("both stores published {0}@{1}, with different contents"),
     N_("Publish one of them under another version.")},
    {ErrorId::no_such_plan, N_("there is no plan '{0}'"), N_("dudao plan list shows them.")},
    {ErrorId::no_such_report,
     N_("no report '{0}' was submitted"),
     N_("dudao report list shows them.")},
}};

}  // namespace

std::span<const ErrorWords> store_error_words() noexcept {
    return words;
}

}  // namespace dudao
