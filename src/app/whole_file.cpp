// SPDX-License-Identifier: MIT
#include "app/whole_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "core/error.h"

namespace attune {
namespace {

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

// A link stays a link: what it points to is replaced.
std::string real_place(const std::string& path) {
    std::error_code error;
    const auto real = std::filesystem::canonical(path, error);
    return error ? path : real.string();
}

// Those of the file that is replaced, or those that the umask leaves to a new one.
mode_t rights_for(const std::string& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) == 0) return found.st_mode & 0777;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

int make_temporary(std::string& name) {
    const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor < 0) name.clear();
    return descriptor;
}

}  // namespace

WholeFile::WholeFile(const std::string& path)
    : path_(real_place(path)),
      temporary_(folder_of(path_) + "/.attune-XXXXXX"),
      descriptor_(make_temporary(temporary_)),
      output_(descriptor_, path) {
    if (descriptor_ < 0) fail(errno);
    if (std::filesystem::is_directory(path_)) fail(EISDIR);
    if (::fchmod(descriptor_, rights_for(path_)) != 0) fail(errno);
}

WholeFile::~WholeFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void WholeFile::fail(int reason) const {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
    throw IoError("cannot write to " + path_ + ": " + std::strerror(reason));
}

void WholeFile::commit() {
    output_.flush();
    if (::fsync(descriptor_) != 0) throw IoError("cannot write to " + path_ + ": " + std::strerror(errno));
    if (::rename(temporary_.c_str(), path_.c_str()) != 0)
        throw IoError("cannot write to " + path_ + ": " + std::strerror(errno));
    temporary_.clear();
    // The new name itself is brought to disk as well; a file system that cannot is no reason to fail.
    const int folder = ::open(folder_of(path_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
}

}  // namespace attune
