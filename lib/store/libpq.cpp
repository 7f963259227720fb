#include "store/libpq.hpp"

#include "base/error.hpp"

#include <dlfcn.h>

namespace dudao::store {

namespace {

Libpq open_library() {
    void* library = ::dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) {
        throw Failure{Error{ErrorId::store_no_libpq, {std::string{::dlerror()}}}};
    }
    Libpq pq;
    const auto find = [library](auto& function, const char* name) {
        using Function = std::remove_reference_t<decltype(function)>;
        auto* const found = ::dlsym(library, name);
        function = reinterpret_cast<Function>(found);  // NOLINT(*-reinterpret-cast)
        if (function == nullptr) {
            throw Failure{Error{ErrorId::store_no_libpq, {name}}};
        }
    };
    find(pq.connect_db, "PQconnectdb");
    find(pq.status, "PQstatus");
    find(pq.error_message, "PQerrorMessage");
    find(pq.finish, "PQfinish");
    find(pq.exec, "PQexec");
    find(pq.prepare, "PQprepare");
    find(pq.exec_prepared, "PQexecPrepared");
    find(pq.exec_params, "PQexecParams");
    find(pq.result_status, "PQresultStatus");
    find(pq.result_error_field, "PQresultErrorField");
    find(pq.result_error_message, "PQresultErrorMessage");
    find(pq.clear, "PQclear");
    find(pq.ntuples, "PQntuples");
    find(pq.nfields, "PQnfields");
    find(pq.getvalue, "PQgetvalue");
    find(pq.getlength, "PQgetlength");
    find(pq.getisnull, "PQgetisnull");
    find(pq.ftype, "PQftype");
    find(pq.put_copy_data, "PQputCopyData");
    find(pq.put_copy_end, "PQputCopyEnd");
    find(pq.get_result, "PQgetResult");
    find(pq.set_notice_processor, "PQsetNoticeProcessor");
    return pq;
}

}  // namespace

const Libpq& libpq() {
    static const auto opened = open_library();
    return opened;
}

}  // namespace dudao::store
