/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The handler of SIGBUS and the fixed list of mappings that it looks in. The handler runs between
 * any two instructions of any thread: it takes no lock and calls nothing but mmap. */
#include "config.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#include "bw-guard.h"

#define MAX_GUARDS 256

/* start is set last and cleared first; 0 = free. */
typedef struct {
  gboolean taken;
  uintptr_t start;
  uintptr_t end;
  int hit;
} Guard;

static Guard guards[MAX_GUARDS];
static uintptr_t page_mask;
static struct sigaction older;

static Guard *
find_guard (uintptr_t address)
{
  for (int i = 0; i < MAX_GUARDS; i++) {
    uintptr_t start = __atomic_load_n (&guards[i].start, __ATOMIC_ACQUIRE);
    if (start != 0 && address >= start && address < guards[i].end)
      return &guards[i];
  }
  return NULL;
}

/* A fault that is not ours: as if this handler had never been installed. */
static void
pass_on (int number, siginfo_t *fault, void *context)
{
  if (older.sa_flags & SA_SIGINFO)
    older.sa_sigaction (number, fault, context);
  else if (older.sa_handler != SIG_DFL && older.sa_handler != SIG_IGN)
    older.sa_handler (number);
  else
    sigaction (number, &older, NULL); /* the fault comes again, and ends the process */
}

static void
missing_page_cb (int number, siginfo_t *fault, void *context)
{
  uintptr_t address = (uintptr_t) fault->si_addr;
  Guard *guard = fault->si_code == BUS_ADRERR ? find_guard (address) : NULL;
  int kept = errno;
  uintptr_t page = address & page_mask;
  if (!guard || mmap ((void *) page, guard->end - page, PROT_READ,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED)
    pass_on (number, fault, context);
  else
    __atomic_store_n (&guard->hit, TRUE, __ATOMIC_RELEASE);
  errno = kept;
}

static void
install (void)
{
  static gsize done = 0;
  if (!g_once_init_enter (&done))
    return;
  page_mask = ~((uintptr_t) sysconf (_SC_PAGESIZE) - 1);
  struct sigaction action = { .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART };
  action.sa_sigaction = missing_page_cb;
  sigemptyset (&action.sa_mask);
  sigaction (SIGBUS, &action, &older);
  g_once_init_leave (&done, 1);
}

int
bw_guard_add (gconstpointer start, gsize size)
{
  g_return_val_if_fail (start, -1);
  install ();
  for (int i = 0; i < MAX_GUARDS; i++) {
    Guard *guard = &guards[i];
    if (!g_atomic_int_compare_and_exchange (&guard->taken, FALSE, TRUE))
      continue;
    guard->hit = FALSE;
    guard->end = (uintptr_t) start + size;
    __atomic_store_n (&guard->start, (uintptr_t) start, __ATOMIC_RELEASE);
    return i;
  }
  return -1;
}

void
bw_guard_remove (int slot)
{
  g_return_if_fail (slot >= 0 && slot < MAX_GUARDS);
  __atomic_store_n (&guards[slot].start, 0, __ATOMIC_RELEASE);
  g_atomic_int_set (&guards[slot].taken, FALSE);
}

gboolean
bw_guard_was_hit (int slot)
{
  g_return_val_if_fail (slot >= 0 && slot < MAX_GUARDS, FALSE);
  return __atomic_load_n (&guards[slot].hit, __ATOMIC_ACQUIRE);
}
