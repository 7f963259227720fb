#include "term/typed_line.hpp"

#include <cerrno>
#include <unistd.h>

namespace dudao {

std::string typed_line(int descriptor) {
    constexpr std::size_t longest = 1000;
    std::string line;
    char c = '\0';
    while (line.size() < longest) {
        const auto count = ::read(descriptor, &c, 1);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0 || c == '\n') {
            break;
        }
        line += c;
    }
    return line;
}

}  // namespace dudao
