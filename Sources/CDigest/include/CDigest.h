// What the processor itself knows of the Secure Hash Algorithm.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Takes blocks of 64 bytes into the state of SHA-256 (a to h of FIPS 180-4) by the processor's own instructions.
/// Returns false, the state as it was, where the processor has none.
bool CDigestSHA256(uint32_t *state, const uint8_t *blocks, size_t count);
