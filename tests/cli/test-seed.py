# SPDX-License-Identifier: GPL-3.0-or-later
"""What a plain export of one row a ticket is enough for, and what is said about the rest."""
import json

from harness import DONE, Run, folder, run_tests

PLAIN = ('Ticket ID,Created,First response,Assigned at,Resolved,Status,Priority,Channel,Team,Agent,'
         'Requester email,Agent replies,Satisfaction (1-5),Resolution due,First response due,Tags\n')
# The KPIs that the articles name and that one row a ticket can tell.
POSSIBLE = ['tickets-created', 'tickets-active', 'tickets-pending', 'tickets-closed', 'backlog',
            'first-response-time', 'assignment-time', 'resolution-time', 'first-resolution-time',
            'work-resolution-time', 'sla-first-response', 'sla-resolution',
            'first-contact-resolution', 'resolution-rate', 'escalation-rate', 'csat', 'csat-score']
# And those that need another file, with words of the sentence that says so.
OTHERS = {
    'response-time': ['Messages of tickets', 'each message'],
    'nps': ['0 to 10'],
    'ces': ['how easy'],
    'handle-time': ['handle time'],
    'wait-time': ['Calls', 'waited'],
    'service-level': ['Calls', 'waited', 'answered'],
    'kb-views': ['Article views'],
    'kb-engagement': ['Article views', 'Customers'],
    'cost-per-ticket': ['Costs and revenue', 'type'],
    'cost-to-revenue': ['Costs and revenue', 'the revenue by month', 'type'],
    'churn-rate': ['Customers', 'left', 'type'],
    'net-customer-change': ['Customers', 'type'],
    'utilisation': ['Working time of agents', 'scheduled or paid', 'type'],
}


def report(text, *options):
    with folder(tickets_csv=text):
        run = Run('report', 'tickets.csv', '-o', '-', '--time-zone', 'UTC', *options).expect(DONE)
    return {kpi['id']: kpi for kpi in json.loads(run.output)['kpis']}


def plain(n=60):
    """Tickets of March, every tenth of them escalated."""
    return PLAIN + ''.join(
        f'{i},2025-03-{1 + i % 28:02} 09:00:00,2025-03-{1 + i % 28:02} 10:00:00,'
        f'2025-03-{1 + i % 28:02} 09:05:00,2025-03-{2 + i % 28:02} 09:00:00,Solved,High,email,'
        f'Orders,Ada,a{i}@example.com,1,{1 + i % 5},2025-03-{3 + i % 28:02} 09:00:00,'
        f'2025-03-{1 + i % 28:02} 11:00:00,{"escalated" if i % 10 == 0 else "billing"}\n'
        for i in range(n))


def test_one_row_a_ticket():
    kpis = report(plain())
    for id in POSSIBLE:
        assert kpis[id]['available'] and kpis[id]['value'] is not None, (id, kpis[id])


def test_what_else_is_needed():
    kpis = report(plain())
    for id, words in OTHERS.items():
        assert not kpis[id]['available'], id
        for word in words:
            assert word in kpis[id]['reason'], (id, kpis[id]['reason'])


def test_nothing_is_said_twice():
    for kpi in report(plain()).values():
        parts = (kpi.get('reason') or '').replace('(', '; ').replace(')', '').split('; ')
        assert len(parts) == len(set(parts)), parts


def test_another_way_to_count():
    """Without the number of replies the first contact can still be told by who came back."""
    bare = ('Ticket ID,Created,Resolved,Status,Requester email\n'
            '1,2025-03-03 09:00:00,2025-03-03 10:00:00,Solved,ann@example.com\n'
            '2,2025-03-20 09:00:00,2025-03-20 10:00:00,Solved,bob@example.com\n')
    reason = report(bare)['first-contact-resolution']['reason']
    assert 'number of agent replies' in reason and '(no-repeat)' in reason, reason
    chosen = report(bare, '--set', 'first-contact-resolution.method=no-repeat')
    assert chosen['first-contact-resolution']['available']


run_tests(globals())
