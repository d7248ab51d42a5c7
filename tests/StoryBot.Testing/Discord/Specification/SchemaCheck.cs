using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace StoryBot.Testing.Discord.Specification;

/// <summary>
/// Checks JSON against the schemas of an OpenAPI 3.1 document: the keywords that Discord's uses, and no others. A keyword that
/// it does not know is an error of the check, not silently passed over.
/// </summary>
internal sealed class SchemaCheck(JsonElement document)
{
    // They describe and do not restrict.
    private static readonly HashSet<string> Remarks =
        ["description", "title", "contentEncoding", "x-discord-union", "default", "deprecated", "examples", "format", "$ref"];

    /// <summary>What is wrong with a value; empty when nothing is.</summary>
    public IReadOnlyList<string> Check(JsonElement value, JsonElement schema) => [.. Faults(value, schema, "$")];

    private IEnumerable<string> Faults(JsonElement value, JsonElement schema, string at) =>
        schema.EnumerateObject().SelectMany(rule => Faults(value, schema, rule, at));

    private IEnumerable<string> Faults(JsonElement value, JsonElement schema, JsonProperty rule, string at) => rule.Name switch
    {
        "$ref" => Faults(value, Resolve(rule.Value.GetString()!), at),
        "allOf" => rule.Value.EnumerateArray().SelectMany(part => Faults(value, part, at)),
        "anyOf" => Branches(value, rule.Value, at, count => count >= 1),
        "oneOf" => Branches(value, rule.Value, at, count => count == 1),
        "type" => Allowed(rule.Value).Any(type => Is(value, type)) ? [] : [$"{at} is {value.ValueKind}, not {rule.Value}"],
        "enum" => rule.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)) ? [] : [$"{at} is {value}, not one of {rule.Value}"],
        "const" => JsonElement.DeepEquals(rule.Value, value) ? [] : [$"{at} is {value}, not {rule.Value}"],
        "format" => Format(value, rule.Value.GetString()!, at),
        "properties" or "additionalProperties" or "required" or "minProperties" or "maxProperties" =>
            value.ValueKind == JsonValueKind.Object ? OfObject(value, schema, rule, at) : [],
        "items" or "minItems" or "maxItems" or "uniqueItems" => value.ValueKind == JsonValueKind.Array ? OfArray(value, rule, at) : [],
        "minLength" or "maxLength" or "pattern" => value.ValueKind == JsonValueKind.String ? OfString(value.GetString()!, rule, at) : [],
        "minimum" or "maximum" => value.ValueKind == JsonValueKind.Number ? OfNumber(value.GetDouble(), rule, at) : [],
        _ when Remarks.Contains(rule.Name) => [],
        _ => throw new NotSupportedException($"The schema keyword {rule.Name} is not known to the check."),
    };

    private List<string> Branches(JsonElement value, JsonElement branches, string at, Func<int, bool> enough)
    {
        var faults = branches.EnumerateArray().Select(branch => Faults(value, branch, at).ToList()).ToList();
        var fitting = faults.Count(list => list.Count == 0);
        if (enough(fitting))
        {
            return [];
        }

        return fitting > 1 ? [$"{at} fits {fitting} of the forms that exclude each other"] : faults.MinBy(list => list.Count)!;
    }

    private IEnumerable<string> OfObject(JsonElement value, JsonElement schema, JsonProperty rule, string at) => rule.Name switch
    {
        "properties" => rule.Value.EnumerateObject()
            .Where(property => value.TryGetProperty(property.Name, out _))
            .SelectMany(property => Faults(value.GetProperty(property.Name), property.Value, $"{at}.{property.Name}")),
        "required" => rule.Value.EnumerateArray()
            .Where(name => !value.TryGetProperty(name.GetString()!, out _))
            .Select(name => $"{at}.{name} is missing"),
        "additionalProperties" => Others(value, schema, rule.Value, at),
        "minProperties" => value.GetPropertyCount() >= rule.Value.GetInt32() ? [] : [$"{at} has too few properties"],
        _ => value.GetPropertyCount() <= rule.Value.GetInt32() ? [] : [$"{at} has too many properties"],
    };

    private IEnumerable<string> Others(JsonElement value, JsonElement schema, JsonElement rule, string at)
    {
        var others = value.EnumerateObject()
            .Where(property => !(schema.TryGetProperty("properties", out var known) && known.TryGetProperty(property.Name, out _)));
        return rule.ValueKind switch
        {
            JsonValueKind.False => others.Select(property => $"{at}.{property.Name} is not known"),
            JsonValueKind.Object => others.SelectMany(property => Faults(property.Value, rule, $"{at}.{property.Name}")),
            _ => [],
        };
    }

    private IEnumerable<string> OfArray(JsonElement value, JsonProperty rule, string at) => rule.Name switch
    {
        "items" => value.EnumerateArray().SelectMany((item, index) => Faults(item, rule.Value, $"{at}[{index}]")),
        "minItems" => value.GetArrayLength() >= rule.Value.GetInt32() ? [] : [$"{at} has fewer than {rule.Value} items"],
        "maxItems" => value.GetArrayLength() <= rule.Value.GetInt32() ? [] : [$"{at} has more than {rule.Value} items"],
        _ => value.EnumerateArray().Select(item => item.GetRawText()).Distinct().Count() == value.GetArrayLength() ? [] : [$"{at} has an item twice"],
    };

    private static IEnumerable<string> OfString(string value, JsonProperty rule, string at) => rule.Name switch
    {
        "minLength" => value.Length >= rule.Value.GetInt32() ? [] : [$"{at} is shorter than {rule.Value}"],
        "maxLength" => value.EnumerateRunes().Count() <= rule.Value.GetInt32() ? [] : [$"{at} is longer than {rule.Value}"],
        _ => Regex.IsMatch(value, rule.Value.GetString()!) ? [] : [$"{at} is \"{value}\", which {rule.Value} does not match"],
    };

    private static IEnumerable<string> OfNumber(double value, JsonProperty rule, string at) => rule.Name switch
    {
        "minimum" => value >= rule.Value.GetDouble() ? [] : [$"{at} is below {rule.Value}"],
        _ => value <= rule.Value.GetDouble() ? [] : [$"{at} is above {rule.Value}"],
    };

    private static IEnumerable<string> Format(JsonElement value, string format, string at) => format switch
    {
        "int32" when value.ValueKind == JsonValueKind.Number => value.TryGetInt32(out _) ? [] : [$"{at} is no int32"],
        "int64" when value.ValueKind == JsonValueKind.Number => value.TryGetInt64(out _) ? [] : [$"{at} is no int64"],
        "date-time" when value.ValueKind == JsonValueKind.String =>
            DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, out _) ? [] : [$"{at} is no date-time"],
        "uri" when value.ValueKind == JsonValueKind.String => Uri.TryCreate(value.GetString(), UriKind.Absolute, out _) ? [] : [$"{at} is no uri"],
        _ => [],
    };

    private static IEnumerable<string> Allowed(JsonElement types) => types.ValueKind == JsonValueKind.Array
        ? types.EnumerateArray().Select(type => type.GetString()!)
        : [types.GetString()!];

    private static bool Is(JsonElement value, string type) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "string" => value.ValueKind == JsonValueKind.String,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        "integer" => value.ValueKind == JsonValueKind.Number && value.GetDouble() % 1 == 0,
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => throw new NotSupportedException($"The schema type {type} is not known to the check."),
    };

    private JsonElement Resolve(string reference) => reference.Split('/').Skip(1)
        .Aggregate(document, (element, name) => element.GetProperty(name));
}
