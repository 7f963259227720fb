#pragma once

#include <cstdint>

namespace dudao {

/// Every kind of problem that the program reports. The number is printed (E3001), documented and
/// never used for anything else; its first digit is the exit code. The words for it stand in
/// apps/dudao/words/.
enum class ErrorId : std::uint16_t {
    // 2: the command line is wrong
    usage_parse = 2001,
    usage_unknown_command = 2002,
    usage_unknown_option = 2003,
    usage_no_workspace = 2004,
    usage_workspace_exists = 2005,
    usage_unknown_url = 2006,
    usage_no_terminal = 2007,
    usage_bad_value = 2008,

    // 3: an input is refused. Values
    bad_day = 3001,
    bad_moment = 3002,
    bad_zone = 3003,
    bad_number = 3004,
    bad_id = 3005,
    bad_digest = 3006,
    bad_period = 3007,
    bad_code = 3008,
    bad_coordinate = 3009,
    unknown_word = 3010,
    calendar_unknown = 3011,
    bad_text = 3012,
    bad_name = 3013,
    bad_phone = 3014,
    // 3: answers
    bad_answer = 3020,
    na_not_allowed = 3021,
    // 3: files
    no_such_file = 3050,
    file_not_permitted = 3051,
    file_is_directory = 3052,
    file_unreadable = 3053,
    file_too_large = 3054,

    // 4: a rule refuses
    wrong_state = 4001,
    wrong_visit_state = 4002,
    reason_missing = 4003,
    owner_missing = 4004,
    own_work = 4005,
    own_plan = 4006,
    approved_already = 4007,
    bad_percent = 4008,
    role_missing = 4009,

    // 6: the store or a file could not be used
    store_missing = 6001,
    store_empty = 6002,
    store_foreign = 6003,
    store_exists = 6004,
    store_old = 6005,
    store_busy = 6006,
    store_conflict = 6007,
    store_full = 6008,
    store_read_only = 6009,
    store_not_permitted = 6010,
    store_failed = 6011,
    store_no_libpq = 6012,
    store_connection = 6013,
    file_unwritable = 6050,

    // 7: the store was made by a newer program
    store_newer = 7001,

    // 8: what is kept is not what was written
    unknown_number = 8001,
    store_corrupt = 8002,
    bad_journal = 8003,
};

}  // namespace dudao
