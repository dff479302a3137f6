// A port of Linli's exchange round (src/model/mechanisms/exchange.ts), to the bit: the same draws, the same arithmetic,
// records of one pair in 32 bytes, and what later residents touch fetched ahead. Protocol: see ../child.ts.
//
//   c++ -O3 -march=native -ffp-contract=off -std=c++20 round.cpp -o round && ./round STATE < steps
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

using u32 = uint32_t;
using i32 = int32_t;

static inline u32 mix(u32 x) {
  x = (x ^ (x >> 16)) * 0x85ebca6bu;
  x = (x ^ (x >> 13)) * 0xc2b2ae35u;
  return x ^ (x >> 16);
}
static inline u32 at(u32 key, u32 tick) { return mix(key + tick * 0x9e3779b1u); }
static inline double uniform(u32 stream, u32 key, u32 a, u32 b = 0) {
  u32 bits = mix(mix(stream ^ (a * 0xcc9e2d51u)) + b * 0x1b873593u + key);
  return (bits + 0.5) * 2.3283064365386963e-10;
}

static inline double powerOfTwo(int k) {
  uint64_t bits = uint64_t(k + 1023) << 52;
  double x;
  memcpy(&x, &bits, 8);
  return x;
}
static inline double exponential(double x) {
  double k = std::floor(x * 1.442695040888963387 + 0.5);
  double high = x - k * 6.9314718036912381649e-1, low = k * 1.90821492927058770002e-10;
  double r = high - low, z = r * r;
  double c = r - z * (1.66666666666666019037e-1 +
                      z * (-2.77777777770155933842e-3 +
                           z * (6.61375632143793436117e-5 + z * (-1.6533902205465251539e-6 + z * 4.13813679705723846039e-8))));
  return (1 - (low - (r * c) / (2 - c) - high)) * powerOfTwo(int(k));
}
static inline double logistic(double x) { return 1 / (1 + exponential(-x)); }

struct Pair {
  float tie[2][4];  // trust, kept, broken; and of the pair: owed at [0][3 + …], see offsets
};

struct Head {
  i32 n, pairs, slots, stride, trust, kept, broken, owed;
  u32 ask, first, second, need, cost, help, origin, pad;
  double asking, base, wNeed, wOwed, wTrust, wCost, wReputation, freely, image;
};

template <class T>
static std::vector<T> read(FILE* f, size_t n) {
  std::vector<T> v(n);
  if (fread(v.data(), sizeof(T), n, f) != n) exit(3);
  return v;
}

int main(int argc, char** argv) {
  FILE* f = argc < 2 ? nullptr : fopen(argv[1], "rb");
  if (!f) return 2;
  Head h = read<Head>(f, 1)[0];
  auto start = read<i32>(f, h.n), degree = read<i32>(f, h.n), slots = read<i32>(f, h.slots), to = read<i32>(f, 2 * h.pairs);
  auto packed = read<float>(f, size_t(2) * h.pairs * h.stride);
  auto presence = read<uint8_t>(f, h.n);
  auto reputation = read<float>(f, h.n);
  fclose(f);
  // Cache-aligned, as the vector's own memory need not be.
  float* data = static_cast<float*>(aligned_alloc(64, (packed.size() * 4 + 63) / 64 * 64));
  memcpy(data, packed.data(), packed.size() * 4);
  packed.clear();
  packed.shrink_to_fit();
  const i32 stride = 4;
  if (h.stride != stride) return 4;

  // Whom each asker of a block asks is settled first, so that what they touch is on its way when they act.
  constexpr int BLOCK = 128;
  i32 who[BLOCK], one[BLOCK], two[BLOCK];
  double drawn[BLOCK], also[BLOCK], needs[BLOCK], costs[BLOCK];
  u32 tick = 0;
  int steps;
  printf("{\"ready\":true}\n");
  fflush(stdout);
  while (scanf("%d", &steps) == 1) {
    auto begun = std::chrono::steady_clock::now();
    long asked = 0, helped = 0;
    for (int s = 0; s < steps; s++, tick++) {
      u32 ask = at(h.ask, tick), first = at(h.first, tick), second = at(h.second, tick), need = at(h.need, tick),
          cost = at(h.cost, tick), help = at(h.help, tick);
      i32 origin = i32(std::floor(uniform(at(h.origin, tick), h.origin, 0) * h.n));
      for (i32 k = 0; k < h.n; k += BLOCK) {
        int all = std::min(BLOCK, h.n - k), m = 0;
        for (int a = 0; a < all; a++) who[a] = origin + k + a < h.n ? origin + k + a : origin + k + a - h.n;
        for (int a = 0; a < all; a++) drawn[a] = uniform(ask, h.ask, who[a]);
        for (int a = 0; a < all; a++) {
          i32 i = who[a];
          if (drawn[a] < h.asking && degree[i] > 0 && presence[i] > 0) who[m++] = i;
        }
        for (int a = 0; a < m; a++) drawn[a] = uniform(first, h.first, who[a]);
        for (int a = 0; a < m; a++) also[a] = uniform(second, h.second, who[a]);
        for (int a = 0; a < m; a++) {
          i32 i = who[a];
          i32 d = slots[start[i] + i32(drawn[a] * degree[i])];
          i32 e = slots[start[i] + i32(also[a] * degree[i])];
          __builtin_prefetch(data + size_t(d >> 1) * 8);
          __builtin_prefetch(data + size_t(e >> 1) * 8);
          __builtin_prefetch(&to[d]);
          __builtin_prefetch(&to[e]);
          one[a] = d, two[a] = e;
        }
        for (int a = 0; a < m; a++) {
          i32 d = one[a], e = two[a];
          if (data[size_t(e) * stride + h.trust] > data[size_t(d) * stride + h.trust]) d = e;
          one[a] = d;
          two[a] = to[d];
        }
        for (int a = 0; a < m; a++) drawn[a] = uniform(help, h.help, who[a], two[a]);
        for (int a = 0; a < m; a++) needs[a] = uniform(need, h.need, who[a]);
        for (int a = 0; a < m; a++) costs[a] = uniform(cost, h.cost, two[a], who[a]);
        for (int a = 0; a < m; a++) {
          i32 i = who[a], d = one[a], j = two[a];
          float *there = data + size_t(d) * stride, *back = data + size_t(d ^ 1) * stride;
          float& owed = data[size_t(d & ~1) * stride + h.owed];
          double sign = d & 1 ? -1 : 1, debt = -sign * owed, due = debt / (1 + std::fabs(debt));
          double p = logistic(h.base + h.wNeed * needs[a] + h.wOwed * due + h.wTrust * back[h.trust] -
                              h.wCost * costs[a] + h.wReputation * reputation[i]);
          if (drawn[a] < p) {
            there[h.kept] = float(there[h.kept] + (debt > 0.5 ? 1 / h.freely : 1));
            back[h.kept] = float(back[h.kept] + 1 / (2 * h.freely));
            owed = float(owed + sign);
            reputation[j] = float(reputation[j] + h.image * (1.0 - reputation[j]));
            helped++;
          } else {
            there[h.broken] = float(there[h.broken] + 1.0);
            reputation[j] = float(reputation[j] - h.image * reputation[j]);
          }
          asked++;
        }
      }
    }
    double ns = std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - begun).count();
    // The hash of src/model/hash.ts over the records and the reputations.
    u32 a = 0x811c9dc5u, b = 0x9e3779b9u;
    auto word = [&](u32 w) {
      a = (a ^ w) * 0x01000193u, a ^= a >> 15;
      b = (b + w) * 0x85ebca6bu, b ^= b >> 13;
    };
    u32 w;
    for (size_t q = 0; q < size_t(2) * h.pairs * stride; q++) memcpy(&w, data + q, 4), word(w);
    for (i32 q = 0; q < h.n; q++) memcpy(&w, &reputation[q], 4), word(w);
    printf("{\"ns\":%.4f,\"help\":%.6f,\"hash\":\"%08x%08x\"}\n", ns / h.n / steps, double(helped) / (asked ? asked : 1), a, b);
    fflush(stdout);
  }
}
