// SPDX-License-Identifier: MIT
#pragma once

namespace attune {

// Evidence adds up: independent hints combine as chances do (two of .3 give .51), and counter-evidence (a
// negative weight) takes its share away. Every value stays in [0, 1).
class Evidence {
  public:
    void add(float weight) {
        if (weight >= 0)
            against_chance_ *= 1 - weight;
        else
            kept_ *= 1 + weight;
    }
    [[nodiscard]] float confidence() const { return (1 - against_chance_) * kept_; }

  private:
    float against_chance_ = 1;
    float kept_ = 1;
};

// From here on a pattern or a move counts as found.
inline constexpr float flagged_from = 0.5F;

}  // namespace attune
