// SPDX-License-Identifier: MIT
#include "transcript/bytes.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "transcript/charset.h"
#include "transcript/decompress.h"
#include "transcript/reader.h"

namespace attune::transcript {
namespace {

constexpr std::size_t block = 1U << 17;

class FileBytes : public ByteSource {
  public:
    FileBytes(const std::string& path, const ReadOptions& options)
        : bytes_read_(options.bytes_read), stop_(options.stop) {
        if (path == "-") return;
        descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor_ < 0) throw BytesError(std::string("cannot be opened: ") + std::strerror(errno));
        owned_ = true;
    }
    ~FileBytes() override {
        if (owned_) ::close(descriptor_);
    }

    std::size_t read(char* at, std::size_t room) override {
        for (;;) {
            if (stop_ != nullptr && *stop_) throw Stopped{};
            const ssize_t got = ::read(descriptor_, at, room);
            if (got >= 0) {
                if (bytes_read_ != nullptr) *bytes_read_ += static_cast<std::size_t>(got);
                return static_cast<std::size_t>(got);
            }
            if (errno != EINTR) throw BytesError(std::string("cannot be read: ") + std::strerror(errno));
        }
    }

  private:
    int descriptor_ = STDIN_FILENO;
    bool owned_ = false;
    std::atomic<std::uint64_t>* bytes_read_;
    const std::atomic<bool>* stop_;
};

}  // namespace

ByteStream::ByteStream(std::unique_ptr<ByteSource> source)
    : source_(std::move(source)), buffer_(block + padding) {}

bool ByteStream::more() {
    if (ended_) return false;
    if (begin_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
    }
    if (buffer_.size() - padding - end_ < block / 2) buffer_.resize(buffer_.size() * 2);
    const std::size_t got = source_->read(buffer_.data() + end_, buffer_.size() - padding - end_);
    end_ += got;
    ended_ = got == 0;
    return !ended_;
}

std::string_view ByteStream::ahead(std::size_t at_least) {
    while (end_ - begin_ < at_least && more()) {
    }
    return window();
}

std::unique_ptr<ByteStream> open_bytes(const std::string& path, const ReadOptions& options) {
    auto bytes = std::make_unique<ByteStream>(std::make_unique<FileBytes>(path, options));
    return decoded(decompressed(std::move(bytes)));
}

}  // namespace attune::transcript
