#pragma once

#include <libpq-fe.h>

namespace dudao::store {

/// The functions of libpq that we call. The library is opened when a postgresql:// URL first asks
/// for it, so that all other commands start without it (docs/adr/0002).
struct Libpq {
    decltype(&::PQconnectdb) connect_db = nullptr;
    decltype(&::PQstatus) status = nullptr;
    decltype(&::PQerrorMessage) error_message = nullptr;
    decltype(&::PQfinish) finish = nullptr;
    decltype(&::PQexec) exec = nullptr;
    decltype(&::PQprepare) prepare = nullptr;
    decltype(&::PQexecPrepared) exec_prepared = nullptr;
    decltype(&::PQexecParams) exec_params = nullptr;
    decltype(&::PQresultStatus) result_status = nullptr;
    decltype(&::PQresultErrorField) result_error_field = nullptr;
    decltype(&::PQresultErrorMessage) result_error_message = nullptr;
    decltype(&::PQclear) clear = nullptr;
    decltype(&::PQntuples) ntuples = nullptr;
    decltype(&::PQnfields) nfields = nullptr;
    decltype(&::PQgetvalue) getvalue = nullptr;
    decltype(&::PQgetlength) getlength = nullptr;
    decltype(&::PQgetisnull) getisnull = nullptr;
    decltype(&::PQftype) ftype = nullptr;
    decltype(&::PQputCopyData) put_copy_data = nullptr;
    decltype(&::PQputCopyEnd) put_copy_end = nullptr;
    decltype(&::PQgetResult) get_result = nullptr;
    decltype(&::PQsetNoticeProcessor) set_notice_processor = nullptr;
};

/// Opens the library once. Errors (thrown): store_no_libpq.
const Libpq& libpq();

}  // namespace dudao::store
