// SPDX-License-Identifier: MIT
#include "transcript/decompress.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <limits>

namespace attune::transcript {
namespace {

class Gunzip : public ByteSource {
  public:
    explicit Gunzip(std::unique_ptr<ByteStream> packed) : packed_(std::move(packed)) {
        if (inflateInit2(&state_, 15 + 16) != Z_OK) throw std::bad_alloc();
    }
    ~Gunzip() override { inflateEnd(&state_); }

    std::size_t read(char* at, std::size_t room) override {
        room = std::min<std::size_t>(room, std::numeric_limits<uInt>::max());
        for (;;) {
            std::string_view in = packed_->ahead(1);
            if (in.empty()) {
                if (!between_members_) throw BytesError("the gzip data ends early");
                return 0;
            }
            if (between_members_ && in.front() == '\0') {  // padding, as tar leaves it
                packed_->take(1);
                continue;
            }
            in = in.substr(0, std::numeric_limits<uInt>::max());
            state_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
            state_.avail_in = static_cast<uInt>(in.size());
            state_.next_out = reinterpret_cast<Bytef*>(at);
            state_.avail_out = static_cast<uInt>(room);
            between_members_ = false;
            const int status = inflate(&state_, Z_NO_FLUSH);
            packed_->take(in.size() - state_.avail_in);
            if (status == Z_STREAM_END) {
                between_members_ = true;
                inflateReset(&state_);
            } else if (status != Z_OK && status != Z_BUF_ERROR) {
                throw BytesError("the gzip data is damaged");
            }
            if (const std::size_t got = room - state_.avail_out; got > 0) return got;
        }
    }

  private:
    std::unique_ptr<ByteStream> packed_;
    z_stream state_{};
    bool between_members_ = false;
};

class Unzstd : public ByteSource {
  public:
    explicit Unzstd(std::unique_ptr<ByteStream> packed)
        : packed_(std::move(packed)), state_(ZSTD_createDCtx()) {
        if (state_ == nullptr) throw std::bad_alloc();
    }
    ~Unzstd() override { ZSTD_freeDCtx(state_); }

    std::size_t read(char* at, std::size_t room) override {
        for (;;) {
            // What is left inside the decoder is asked for before more is read.
            const std::string_view in = pending_ ? packed_->window() : packed_->ahead(1);
            if (in.empty() && !pending_) {
                if (!between_frames_) throw BytesError("the zstd data ends early");
                return 0;
            }
            ZSTD_inBuffer from{in.data(), in.size(), 0};
            ZSTD_outBuffer to{at, room, 0};
            const std::size_t hint = ZSTD_decompressStream(state_, &to, &from);
            packed_->take(from.pos);
            if (ZSTD_isError(hint) != 0)
                throw BytesError(std::string("the zstd data cannot be read: ") + ZSTD_getErrorName(hint));
            between_frames_ = hint == 0;
            pending_ = to.pos == room && hint != 0;
            if (to.pos > 0) return to.pos;
        }
    }

  private:
    std::unique_ptr<ByteStream> packed_;
    ZSTD_DCtx* state_;
    bool between_frames_ = false, pending_ = false;
};

}  // namespace

std::unique_ptr<ByteStream> decompressed(std::unique_ptr<ByteStream> packed) {
    const std::string_view head = packed->ahead(4);
    if (head.starts_with("\x1F\x8B"))
        return std::make_unique<ByteStream>(std::make_unique<Gunzip>(std::move(packed)));
    if (head.starts_with("\x28\xB5\x2F\xFD"))
        return std::make_unique<ByteStream>(std::make_unique<Unzstd>(std::move(packed)));
    return packed;
}

}  // namespace attune::transcript
