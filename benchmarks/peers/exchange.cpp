// The exchange workload (workload.ts) in C++: a record of 16 bytes a pair, agents by blocks of 64, what a block touches
// fetched ahead, the logistic in a table. Protocol: see ../child.ts.
//
//   c++ -O3 -march=native -std=c++20 exchange.cpp -o exchange && ./exchange GRAPH SEED < steps
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

using u32 = uint32_t;
using i32 = int32_t;

struct Sfc32 {
  u32 a, b = 0x9e3779b9u, c = 0x243f6a88u, d = 1;
  explicit Sfc32(u32 seed) : a(seed) {
    for (int k = 0; k < 15; k++) next();
  }
  u32 next() {
    u32 t = a + b + d++;
    a = b ^ (b >> 9);
    b = c + (c << 3);
    c = ((c << 21) | (c >> 11)) + t;
    return t;
  }
  u32 below(u32 n) { return u32((uint64_t(next()) * n) >> 32); }
  float unit() { return float(next() >> 8) * 0x1p-24f; }
};

struct Pair {
  float trust[2];
  i32 ledger;  // favors the first end received less those it gave
  i32 unused;
};

constexpr int BLOCK = 64, REACH = 64;

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  FILE* f = fopen(argv[1], "rb");
  if (!f) return 2;
  i32 n, ends;
  if (fread(&n, 4, 1, f) != 1 || fread(&ends, 4, 1, f) != 1) return 3;
  std::vector<i32> edges(ends), start(n + 1), to(ends), pair(ends);
  std::vector<float> altruism(n);
  if (fread(edges.data(), 4, ends, f) != size_t(ends) || fread(altruism.data(), 4, n, f) != size_t(n)) return 3;
  fclose(f);
  for (i32 e : edges) start[e + 1]++;
  for (i32 i = 0; i < n; i++) start[i + 1] += start[i];
  std::vector<i32> next(start.begin(), start.end() - 1), order(n);
  for (i32 e = 0; e < ends; e++) {
    i32 at = next[edges[e]]++;
    to[at] = edges[e ^ 1];
    pair[at] = e;
  }
  auto* pairs = static_cast<Pair*>(aligned_alloc(64, (size_t(ends) / 2 * sizeof(Pair) + 63) / 64 * 64));
  for (i32 p = 0; p < ends / 2; p++) pairs[p] = {{0.5f, 0.5f}, 0, 0};
  for (i32 i = 0; i < n; i++) order[i] = i;
  float returning[2 * REACH + 1];
  for (int b = -REACH; b <= REACH; b++) returning[b + REACH] = 0.25f / (1 + std::exp(-b / 4.0f));
  Sfc32 random(u32(atoi(argv[2])));
  double sum = ends / 2.0;

  int steps;
  printf("{\"ready\":true}\n");
  fflush(stdout);
  while (scanf("%d", &steps) == 1) {
    auto begun = std::chrono::steady_clock::now();
    double trust = 0, help = 0;
    for (int s = 0; s < steps; s++) {
      for (i32 k = n - 1; k > 0; k--) std::swap(order[k], order[random.below(k + 1)]);
      long helped = 0;
      for (i32 from = 0; from < n; from += BLOCK) {
        int count = std::min(BLOCK, n - from);
        i32 at[BLOCK], tie[BLOCK], other[BLOCK];
        for (int k = 0; k < count; k++) __builtin_prefetch(&start[order[from + k]]);
        for (int k = 0; k < count; k++) {
          i32 i = order[from + k];
          at[k] = start[i] + i32(random.below(start[i + 1] - start[i]));
          __builtin_prefetch(&pair[at[k]]);
          __builtin_prefetch(&to[at[k]]);
        }
        for (int k = 0; k < count; k++) {
          tie[k] = pair[at[k]];
          other[k] = to[at[k]];
          __builtin_prefetch(&pairs[tie[k] >> 1]);
          __builtin_prefetch(&altruism[other[k]]);
        }
        for (int k = 0; k < count; k++) {
          int side = tie[k] & 1;
          Pair& p = pairs[tie[k] >> 1];
          float mine = p.trust[side], theirs = p.trust[1 - side];
          int ledger = side ? p.ledger : -p.ledger;
          float back = ledger >= -REACH && ledger <= REACH ? returning[ledger + REACH] : 0.25f / (1 + std::exp(-ledger / 4.0f));
          if (random.unit() < 0.25f * altruism[other[k]] + 0.5f * theirs + back) {
            p.trust[side] = mine + 0.1f * (1 - mine);
            p.trust[1 - side] = theirs + 0.05f * (1 - theirs);
            p.ledger += side ? -1 : 1;
            sum += 0.1f * (1 - mine) + 0.05f * (1 - theirs);
            helped++;
          } else {
            p.trust[side] = 0.8f * mine;
            sum -= 0.2f * mine;
          }
        }
      }
      trust += sum / ends;
      help += double(helped) / n;
    }
    double ns = std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - begun).count();
    printf("{\"ns\":%.4f,\"trust\":%.6f,\"help\":%.6f}\n", ns / n / steps, trust / steps, help / steps);
    fflush(stdout);
  }
}
