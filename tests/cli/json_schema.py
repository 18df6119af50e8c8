# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of JSON Schema (draft 4) that the schema of SARIF uses. An unknown keyword is an error, never passed over."""
import json
import re

TYPES = {
    "object": dict, "array": list, "string": str, "boolean": bool, "null": type(None), "integer": int,
    "number": (int, float),
}
# Keywords that ask for nothing.
SILENT = {"$schema", "id", "title", "description", "default", "format", "definitions"}


def is_of_type(value, name):
    return isinstance(value, TYPES[name]) and (name == "boolean" or not isinstance(value, bool))


def count_matches(value, schemas, root):
    return sum(not any(find_breaches(value, schema, root)) for schema in schemas)


def check_object(value, schema, root, path):
    properties = schema.get("properties", {})
    others = schema.get("additionalProperties", True)
    for name in schema.get("required", []):
        if name not in value:
            yield f"{path}: {name} is missing"
    for name, item in value.items():
        if name in properties:
            yield from find_breaches(item, properties[name], root, f"{path}.{name}")
        elif others is False:
            yield f"{path}: {name} is no property here"
        elif others is not True:
            yield from find_breaches(item, others, root, f"{path}.{name}")


def check_array(value, schema, root, path):
    for i, item in enumerate(value):
        yield from find_breaches(item, schema.get("items", {}), root, f"{path}[{i}]")
    if len(value) < schema.get("minItems", 0):
        yield f"{path}: too few items"
    if schema.get("uniqueItems") and len({json.dumps(item, sort_keys=True) for item in value}) < len(value):
        yield f"{path}: an item stands there twice"


KEYWORDS = {
    "type": lambda value, name, root: is_of_type(value, name),
    "enum": lambda value, values, root: value in values,
    "minimum": lambda value, least, root: not is_of_type(value, "number") or value >= least,
    "maximum": lambda value, most, root: not is_of_type(value, "number") or value <= most,
    "pattern": lambda value, pattern, root: not isinstance(value, str) or re.search(pattern, value) is not None,
    "anyOf": lambda value, schemas, root: count_matches(value, schemas, root) > 0,
    "oneOf": lambda value, schemas, root: count_matches(value, schemas, root) == 1,
}
STRUCTURE = {"properties", "additionalProperties", "required", "items", "minItems", "uniqueItems", "$ref"}


def find_breaches(value, schema, root, path="log"):
    """Where a value is not as its schema wants it."""
    if "$ref" in schema:
        schema = root["definitions"][schema["$ref"].removeprefix("#/definitions/")]
    for keyword, argument in schema.items():
        if keyword in KEYWORDS:
            if not KEYWORDS[keyword](value, argument, root):
                yield f"{path}: {value!r} breaks {keyword} {argument!r}"
        elif keyword not in STRUCTURE | SILENT:
            raise ValueError(f"the keyword {keyword} is not known")
    if isinstance(value, dict):
        yield from check_object(value, schema, root, path)
    if isinstance(value, list):
        yield from check_array(value, schema, root, path)
