// Runs a fuzz target over every file of the folders given, without a fuzzing engine: what a hunt
// has found once stays found. Nothing to replay is a failure.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const std::vector<fs::path>& folders) {
    std::vector<fs::path> files;
    for (const auto& folder : folders) {
        for (const auto& entry : fs::recursive_directory_iterator{folder}) {
            if (entry.is_regular_file()) {
                files.push_back(entry.path());
            }
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

void replay(const fs::path& path) {
    std::cout << path.string() << std::endl;  // flushed, so that a crash shows its input
    std::ifstream file{path, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
    const auto files = files_in({argv + 1, argv + argc});
    std::for_each(files.begin(), files.end(), replay);
    if (files.empty()) {
        std::cerr << "nothing to replay\n";
        return EXIT_FAILURE;
    }
    std::cout << files.size() << " inputs\n";
    return EXIT_SUCCESS;
}
