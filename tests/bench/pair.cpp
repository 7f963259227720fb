// pair N 'COMMAND A' 'COMMAND B': runs A and B in turn through sh, after one uncounted run of each,
// and prints the medians of wall time, processor time and peak memory, and of the pairwise ratios
// A/B with the least and the greatest of them: what holds when the machine's speed drifts. Before
// each run the command in BENCH_BEFORE, if there is one, is run and not counted.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fcntl.h>
#include <iostream>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

struct Run {
    double wall = 0;
    double cpu = 0;
    double peak_mib = 0;
};

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

Run run(const char* command) {
    const auto begun = std::chrono::steady_clock::now();
    const auto child = ::fork();
    if (child == 0) {
        const int null = ::open("/dev/null", O_RDWR);  // NOLINT(*-vararg)
        ::dup2(null, STDIN_FILENO);
        ::dup2(null, STDOUT_FILENO);
        ::execl("/bin/sh", "sh", "-c", command, nullptr);  // NOLINT(*-vararg)
        ::_exit(127);
    }
    int status = 0;
    rusage used{};
    ::wait4(child, &status, 0, &used);
    if (status != 0) {
        std::cerr << "failed: " << command << '\n';
        std::exit(1);  // NOLINT(concurrency-mt-unsafe)
    }
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begun;
    return {
        wall.count(),
        seconds(used.ru_utime) + seconds(used.ru_stime),
        static_cast<double>(used.ru_maxrss) / 1024};  // NOLINT(*-union-access): of the C library
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

template <class Of>
double median_of(const std::vector<Run>& runs, const Of& of) {
    std::vector<double> values;
    values.reserve(runs.size());
    for (const auto& each : runs) {
        values.push_back(of(each));
    }
    return median(values);
}

void print(const char* name, const std::vector<Run>& runs, const char* command) {
    std::cout << name << "  wall " << median_of(runs, [](const Run& r) { return r.wall; })
              << " s  cpu " << median_of(runs, [](const Run& r) { return r.cpu; }) << " s  peak "
              << median_of(runs, [](const Run& r) { return r.peak_mib; }) << " MiB  " << command
              << '\n';
}

void print(const char* name, const std::vector<double>& ratios) {
    const auto [least, greatest] = std::minmax_element(ratios.begin(), ratios.end());
    std::cout << name << ' ' << median(ratios) << "  (" << *least << " to " << *greatest
              << ", pairs: " << ratios.size() << ")\n";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::cerr << "usage: pair N 'COMMAND A' 'COMMAND B'\n";
        return 2;
    }
    const int count = std::atoi(argv[1]);              // NOLINT(cert-err34-c)
    const char* before = std::getenv("BENCH_BEFORE");  // NOLINT(concurrency-mt-unsafe)
    const auto prepared = [before](const char* command) {
        if (before != nullptr) {
            run(before);
        }
        return run(command);
    };
    prepared(argv[2]);
    prepared(argv[3]);
    std::vector<Run> a;
    std::vector<Run> b;
    std::vector<double> walls;
    std::vector<double> cpus;
    for (int n = 0; n < count; ++n) {
        a.push_back(prepared(argv[2]));
        b.push_back(prepared(argv[3]));
        walls.push_back(a.back().wall / b.back().wall);
        cpus.push_back(a.back().cpu / b.back().cpu);
    }
    std::cout.precision(3);
    print("A", a, argv[2]);
    print("B", b, argv[3]);
    print("A/B wall", walls);
    print("A/B cpu", cpus);
    return 0;
}
