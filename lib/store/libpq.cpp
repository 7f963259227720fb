#include "store/libpq.hpp"

#include "base/error_id.hpp"
#include "base/shared_library.hpp"

namespace dudao::store {

namespace {

Libpq open_library() {
    const SharedLibrary library{"libpq.so.5", ErrorId::store_no_libpq};
    Libpq pq;
    library.find(pq.connect_db, "PQconnectdb");
    library.find(pq.status, "PQstatus");
    library.find(pq.error_message, "PQerrorMessage");
    library.find(pq.finish, "PQfinish");
    library.find(pq.exec, "PQexec");
    library.find(pq.prepare, "PQprepare");
    library.find(pq.exec_prepared, "PQexecPrepared");
    library.find(pq.exec_params, "PQexecParams");
    library.find(pq.result_status, "PQresultStatus");
    library.find(pq.result_error_field, "PQresultErrorField");
    library.find(pq.result_error_message, "PQresultErrorMessage");
    library.find(pq.clear, "PQclear");
    library.find(pq.ntuples, "PQntuples");
    library.find(pq.nfields, "PQnfields");
    library.find(pq.getvalue, "PQgetvalue");
    library.find(pq.getlength, "PQgetlength");
    library.find(pq.getisnull, "PQgetisnull");
    library.find(pq.ftype, "PQftype");
    library.find(pq.put_copy_data, "PQputCopyData");
    library.find(pq.put_copy_end, "PQputCopyEnd");
    library.find(pq.get_result, "PQgetResult");
    library.find(pq.set_notice_processor, "PQsetNoticeProcessor");
    return pq;
}

}  // namespace

const Libpq& libpq() {
    static const auto opened = open_library();
    return opened;
}

}  // namespace dudao::store
