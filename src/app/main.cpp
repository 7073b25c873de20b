// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <csignal>
#include <string>
#include <vector>

#include "app/complaint.h"
#include "app/run.h"
#include "core/error.h"

namespace {

// Says what went wrong, as well as that can still be said.
void complain(attune::Output& err, const std::string& text) {
    try {
        err.write(text);
        err.flush();
    } catch (...) {
    }
}

}  // namespace

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is met as ClosedPipe
    attune::Output out(STDOUT_FILENO, "standard output"), err(STDERR_FILENO, "standard error");
    try {
        return attune::run(std::vector<std::string>(argv + 1, argv + argc), out, err);
    } catch (const attune::ClosedPipe&) {
        return 0;
    } catch (const attune::Complaint& complaint) {
        complain(err, complaint.what());
    } catch (const attune::IoError& error) {
        complain(err, std::string("attune: ") + error.what() + "\n");
    }
    return 2;
}
