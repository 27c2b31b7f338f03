#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the files that a support desk has beside its export of tickets.

    generate-companions.py TICKETS.csv FOLDER

TICKETS.csv is what `bw-generate --product zendesk` writes. FOLDER gets tickets.csv, which is the
same with the columns that other products have and Zendesk has not, and survey.csv, calls.csv,
costs.csv, customers.csv, articles.csv and agent-time.csv, whose rows belong to those tickets,
requesters and agents. The same input gives the same bytes.
"""

import csv
import datetime
import pathlib
import random
import sys

TIME = '%Y-%m-%d %H:%M:%S'


def parse(text):
    return datetime.datetime.strptime(text, TIME) if text else None


def after(time, seconds):
    return (time + datetime.timedelta(seconds=round(seconds))).strftime(TIME)


def chance(dice, share):
    return dice.random() < share


def write(folder, name, header, rows):
    with open(folder / name, 'w', newline='', encoding='utf-8') as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


def ticket_rows(tickets, dice):
    """Due dates, reassignments and the time in our hands."""
    for ticket in tickets:
        created, solved = parse(ticket['Created at']), parse(ticket['Solved at'])
        reply_hours = {'Urgent': 1, 'High': 4}.get(ticket['Priority'], 12)
        reassigned = max(0, int(ticket['Assignee stations'] or 0) - 1)
        wait = round((solved - created).total_seconds() * dice.random() / 60) if solved else ''
        yield [*ticket.values(), after(created, reply_hours * 3600),
               after(created, reply_hours * 6 * 3600), '' if chance(dice, .02) else reassigned,
               '' if chance(dice, .02) else wait]


def survey_rows(tickets, dice):
    """One row a survey that was sent; not all are answered, nor all questions."""
    number = 0
    for ticket in tickets:
        solved = parse(ticket['Solved at'])
        if not solved or not chance(dice, .7):
            continue
        number += 1
        score = dice.choice([1, 2, 3, 4, 4, 5, 5, 5])
        given = chance(dice, .4)
        yield [f'R{number}', ticket['Id'], after(solved, 600),
               after(solved, 600 + 90000 * dice.random()) if given else '',
               score if given and chance(dice, .9) else '',
               dice.choice([0, 3, 6, 7, 8, 8, 9, 9, 10, 10]) if given and chance(dice, .8) else '',
               dice.choice([1, 2, 3, 4, 5, 5, 6, 6, 7, 7]) if given and chance(dice, .7) else '',
               dice.choice(['Yes', 'Yes', 'No']) if given and chance(dice, .8) else '']


def call_rows(tickets, dice):
    number = 0
    for ticket in tickets:
        if ticket['Via'] not in ('Phone', 'Voice', 'Chat', 'Messaging', 'Web form'):
            continue
        number += 1
        started = parse(ticket['Created at'])
        answered = chance(dice, .88)
        wait = round(dice.expovariate(1 / 25))
        talk = round(dice.expovariate(1 / 240)) + 1 if answered else ''
        hold = round(dice.expovariate(1 / 30)) if answered else ''
        wrap = round(dice.expovariate(1 / 60)) if answered else ''
        ended = after(started, wait + (talk + hold if answered else 0))
        yield [f'C{number}', ticket['Id'], started.strftime(TIME),
               after(started, wait) if answered else '', ended,
               'Chat' if 'hat' in ticket['Via'] else 'Phone', ticket['Group'],
               ticket['Assignee'] if answered else '', wait, talk, hold, wrap,
               'Answered' if answered else 'Abandoned',
               dice.choice([0, 0, 0, 0, 1, 2]) if answered else '']


def months_of(tickets):
    """The first days of the months from the first ticket to the last."""
    return sorted({ticket['Created at'][:7] + '-01' for ticket in tickets})


def cost_rows(months, dice):
    for month in months:
        yield [month, round(3000 + 900 * dice.random(), 2), round(41000 + 4000 * dice.random(), 2),
               round(5200 + 700 * dice.random(), 2), round(900000 + 90000 * dice.random(), 2), 'EUR']


def customer_rows(tickets, months, dice):
    """One row a requester, some of whom leave; and some who never wrote."""
    emails = sorted({ticket['Requester email'] for ticket in tickets})
    first = datetime.datetime.fromisoformat(months[0])
    for number, email in enumerate(emails + [f'quiet{i}@mail.example' for i in range(500)], 1):
        since = first + datetime.timedelta(days=dice.randrange(-900, 400))
        until = since + datetime.timedelta(days=round(dice.expovariate(1 / 900)) + 1)
        leaves = until < first + datetime.timedelta(days=30 * len(months))
        yield [f'K{number}', email, since.date().isoformat(),
               until.date().isoformat() if leaves else '',
               dice.choice(['Basic', 'Team', 'Business']), round(20 + 480 * dice.random(), 2)]


def days_of(months):
    day = datetime.date.fromisoformat(months[0])
    last = datetime.date.fromisoformat(months[-1])
    while day < last:
        yield day
        day += datetime.timedelta(days=1)


def article_rows(months, dice):
    for day in days_of(months):
        for article in ('Reset your password', 'Return an order', 'Export your data'):
            views = dice.randrange(0, 900)
            yield [day.isoformat(), article, views, round(views * .8), dice.randrange(0, 30),
                   dice.randrange(0, 12), dice.randrange(200, 700), dice.randrange(20, 90)]


def agent_rows(tickets, months, dice):
    agents = sorted({ticket['Assignee'] for ticket in tickets} - {''})[:40]
    for day in days_of(months):
        if day.weekday() < 5:
            for agent in agents:
                handling = dice.randrange(7200, 20000)
                yield [day.isoformat(), agent, 8 * 3600, 9 * 3600, handling,
                       dice.randrange(0, 28800 - handling)]


def main():
    source, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    with open(source, newline='', encoding='utf-8') as file:
        tickets = list(csv.DictReader(file))
    months = months_of(tickets)

    def dice(seed):
        return random.Random(seed)

    write(folder, 'tickets.csv', [*tickets[0], 'First reply due', 'Resolution due', 'Reassignments',
                                  'Requester wait time in minutes'],
          ticket_rows(tickets, dice(1)))
    write(folder, 'survey.csv', ['Response ID', 'Ticket ID', 'Sent at', 'Responded at',
                                 'CSAT (1-5)', 'NPS (0-10)',
                                 'The company made it easy to handle my issue (1-7)',
                                 'Was it resolved in the first contact?'],
          survey_rows(tickets, dice(2)))
    write(folder, 'calls.csv', ['Call ID', 'Ticket ID', 'Call start', 'Answered at', 'Call end',
                                'Channel', 'Queue', 'Agent', 'Wait time (s)', 'Talk time (s)',
                                'Hold time (s)', 'Wrap-up time (s)', 'Call outcome', 'Transfers'],
          call_rows(tickets, dice(3)))
    write(folder, 'costs.csv', ['Month', 'Training and management', 'Salaries', 'Infrastructure',
                                'Revenue', 'Currency'],
          cost_rows(months, dice(4)))
    write(folder, 'customers.csv', ['Customer ID', 'Email', 'Customer since', 'Cancelled on', 'Plan',
                                    'MRR'],
          customer_rows(tickets, months, dice(5)))
    write(folder, 'articles.csv', ['Date', 'Article', 'Views', 'Unique visitors', 'Helpful',
                                   'Not helpful', 'Help center users', 'Ticket users'],
          article_rows(months, dice(6)))
    write(folder, 'agent-time.csv', ['Date', 'Agent', 'Scheduled time (s)', 'Paid time (s)',
                                     'Handle time (s)', 'Available time (s)'],
          agent_rows(tickets, months, dice(7)))


if __name__ == '__main__':
    main()
