/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-rule-image.h"

/* Written by one machine and read by another: the published values of FNV-1a. */
static void
test_hash (void)
{
  g_assert_cmphex (prose_image_hash ("", 0), ==, 0x811c9dc5);
  g_assert_cmphex (prose_image_hash ("a", 1), ==, 0xe40c292c);
  g_assert_cmphex (prose_image_hash ("foobar", 6), ==, 0xbf9cf968);
  g_assert_cmphex (prose_image_hash ("foobarx", 6), ==, 0xbf9cf968);
  g_assert_cmphex (prose_image_hash ("køb", 4), !=, prose_image_hash ("kob", 3));
}

/* Each single byte that changes, anywhere, is seen; so is a missing end. */
static void
test_checksum (void)
{
  guint8 data[37];
  guint sum;

  for (guint i = 0; i < sizeof data; i++)
    data[i] = i * 7;
  sum = prose_image_checksum (data, sizeof data);
  g_assert_cmphex (prose_image_checksum (data, sizeof data), ==, sum);

  for (guint i = 0; i < sizeof data; i++) {
    for (guint bit = 0; bit < 8; bit++) {
      data[i] ^= 1 << bit;
      g_assert_cmphex (prose_image_checksum (data, sizeof data), !=, sum);
      data[i] ^= 1 << bit;
    }
    g_assert_cmphex (prose_image_checksum (data, i), !=, sum);
  }
}

/* Nothing but zeros, too, is told by its length. */
static void
test_length_counts (void)
{
  static const guint8 zeros[32];

  g_assert_cmphex (prose_image_checksum (zeros, 8), !=, prose_image_checksum (zeros, 16));
  g_assert_cmphex (prose_image_checksum (zeros, 16), !=, prose_image_checksum (zeros, 17));
}

static void
test_swapped_parts (void)
{
  static const guint8 there[16] = "12345678abcdefgh";
  static const guint8 back[16] = "abcdefgh12345678";

  g_assert_cmphex (prose_image_checksum (there, 16), !=, prose_image_checksum (back, 16));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rule-image/hash", test_hash);
  g_test_add_func ("/rule-image/checksum", test_checksum);
  g_test_add_func ("/rule-image/length-counts", test_length_counts);
  g_test_add_func ("/rule-image/swapped-parts", test_swapped_parts);

  return g_test_run ();
}
