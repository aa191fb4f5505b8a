#!/usr/bin/env python3
"""Checks a published draw: python3 verify_draw.py FILE [--commitment HEX] [--salt SALT --phone NUMBER]

Written from docs/draw.md and from nothing else, on Python's standard library. Exit status 0: all holds.
"""
import argparse
import hashlib
import json
import re
import sys

FILE_KEYS = ["format", "frozen", "commitment", "drawn", "check"]
FROZEN_KEYS = [
    "draw", "contest", "kind", "scope", "repeats", "number", "prizes",
    "alternates", "secretHash", "frozenAt", "witnesses", "groups",
]
DRAWN_KEYS = ["secret", "number", "drawnAt", "seed", "winners", "alternates"]


class Mismatch(Exception):
    """Something in the file is not as it was published."""


def digest(*lines):
    return hashlib.sha256("".join(line + "\n" for line in lines).encode("utf-8")).hexdigest()


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def demand(holds, what):
    if not holds:
        raise Mismatch(what)


def read(path):
    with open(path, "rb") as stream:
        raw = stream.read()
    text = raw.decode("utf-8")
    published = json.loads(text)
    demand(isinstance(published, dict) and list(published) == FILE_KEYS, "fields of the file")
    demand(published["format"] == "ip-contest draw 1", "format")
    demand(json.dumps(published, ensure_ascii=False, indent=1) + "\n" == text, "not written in the one way")
    body = {key: published[key] for key in FILE_KEYS[:-1]}
    demand(digest(compact(body)) == published["check"], "check")
    demand(list(published["frozen"]) == FROZEN_KEYS, "fields of what was frozen")
    if published["drawn"] is not None:
        demand(list(published["drawn"]) == DRAWN_KEYS, "fields of what was drawn")
    return published


def entries(groups):
    """The groups as lists of (token, chances), each checked."""
    seen = set()
    result = []
    for group in groups:
        demand(group["people"] == sorted(group["people"]), "the list is not sorted")
        members = []
        for line in group["people"]:
            match = re.fullmatch(r"([0-9a-f]{64}) ([1-9][0-9]{0,5})", line)
            demand(match is not None, "entry " + line)
            demand(match.group(1) not in seen, "somebody is on the list twice")
            seen.add(match.group(1))
            members.append((match.group(1), int(match.group(2))))
        result.append(members)
    return result


def run(groups, seed):
    """All tokens in the order in which they are drawn."""
    order = []
    for members in groups:
        tickets = []
        for token, chances in members:
            for k in range(1, chances + 1):
                tickets.append((digest(seed, token, str(k)), token))
        drawn = set()
        for _, token in sorted(tickets):
            if token not in drawn:
                drawn.add(token)
                order.append(token)
    return order


def verify(arguments):
    published = read(arguments.file)
    frozen, drawn, commitment = published["frozen"], published["drawn"], published["commitment"]
    demand(digest("ip-contest frozen 1", compact(frozen)) == commitment, "commitment")
    if arguments.commitment:
        demand(arguments.commitment.lower() == commitment, "not the commitment you noted")
    groups = entries(frozen["groups"])
    print("commitment", commitment)
    print("people", sum(len(members) for members in groups))
    mine = None
    if arguments.salt and arguments.phone:
        mine = digest("ip-contest chance 1", arguments.salt, arguments.phone)
        demand(any(token == mine for members in groups for token, _ in members), "you are not on this list")
        print("you are on the list:", mine)
    if drawn is None:
        print("OK: frozen, not drawn yet")
        return
    demand(digest("ip-contest secret 1", drawn["secret"]) == frozen["secretHash"], "not the secret that was frozen")
    demand(re.fullmatch(r"[0-9]+(\.[0-9]+)?( [0-9]+(\.[0-9]+)?)*", drawn["number"]) is not None, "number")
    seed = digest("ip-contest seed 1", commitment, drawn["secret"], drawn["number"])
    demand(seed == drawn["seed"], "seed")
    order = run(groups, seed)
    prizes = sum(prize["count"] for prize in frozen["prizes"])
    demand(order[:prizes] == drawn["winners"], "other winners")
    demand(order[prizes:prizes + frozen["alternates"]] == drawn["alternates"], "other alternates")
    if mine in drawn["winners"]:
        print("you won, place", drawn["winners"].index(mine) + 1)
    print("OK: the draw is true, winners:", len(drawn["winners"]))
    for token in drawn["winners"]:
        print(token)


def main():
    parser = argparse.ArgumentParser(description="Checks a published draw.")
    parser.add_argument("file")
    parser.add_argument("--commitment")
    parser.add_argument("--salt")
    parser.add_argument("--phone")
    try:
        verify(parser.parse_args())
    except (Mismatch, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        print("MISMATCH:", error, file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
