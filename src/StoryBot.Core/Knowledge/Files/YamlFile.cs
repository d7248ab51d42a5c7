using StoryBot.Core.Knowledge.Linting;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace StoryBot.Core.Knowledge.Files;

/// <summary>
/// Reads one YAML file value by value. What is wrong becomes a finding with its line; a list is read item by item, so
/// that a long file is never held as a whole.
/// </summary>
internal sealed class YamlFile(string path, string text, LintFindings findings)
{
    /// <summary>How many values a file may hold with its aliases expanded.</summary>
    internal const long SizeLimit = 20_000_000;

    private Parser? _parser;

    /// <summary>The mapping that is the file's content, or null where it is not one: reported.</summary>
    public YamlMap? ReadMap()
    {
        YamlMap? map = null;
        foreach (var node in Guard(Document()))
        {
            map = node as YamlMap;
            if (map is null && node is not YamlScalar { IsNull: true })
            {
                findings.Error(
                    LintId.WrongFileShape, path, node.Line, $"The file should be a mapping of keys, but it is {node.Noun}.", "Write it as 'key: value' lines.");
            }
        }

        return map;
    }

    /// <summary>The items of the list that is the file's content, each a mapping; what is not is reported and left out.</summary>
    public IEnumerable<YamlMap> ReadList()
    {
        foreach (var node in Guard(Items()))
        {
            if (node is YamlMap map)
            {
                yield return map;
            }
            else
            {
                findings.Error(
                    LintId.WrongType, path, node.Line, $"An entry of the list should be a mapping of keys, but it is {node.Noun}.", "Write it as '- id: ...' with its other keys below.");
            }
        }
    }

    private Parser Open()
    {
        _parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
        _parser.Consume<StreamStart>();
        return _parser;
    }

    private IEnumerable<YamlNode> Document()
    {
        var parser = Open();
        if (parser.TryConsume<DocumentStart>(out _))
        {
            yield return new YamlComposer(parser).Next();
            parser.Consume<DocumentEnd>();
            RefuseSecondDocument(parser);
        }
    }

    private static void RefuseSecondDocument(Parser parser)
    {
        if (parser.Accept<DocumentStart>(out var second))
        {
            throw new YamlReadException(
                LintId.WrongFileShape, (int)second.Start.Line, "A second document starts here.", "Remove the '---' line: a file holds one list or mapping.");
        }
    }

    private IEnumerable<YamlNode> Items()
    {
        var parser = Open();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            yield break;
        }

        if (parser.Accept<SequenceStart>(out _))
        {
            parser.Consume<SequenceStart>();
            var composer = new YamlComposer(parser);
            var size = 0L;
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                var item = composer.Next();
                size += item.Size;
                if (size > SizeLimit)
                {
                    throw new YamlReadException(
                        LintId.YamlTooLarge, item.Line, $"The file holds more than {SizeLimit:N0} values with its aliases expanded.", "Write the values out instead of the aliases, or split the story.");
                }

                yield return item;
            }
        }
        else if (new YamlComposer(parser).Next() is var node and not YamlScalar { IsNull: true })
        {
            throw new YamlReadException(
                LintId.WrongFileShape, node.Line, $"The file should be a list, but it is {node.Noun}.", "Start each entry with '- ' at the beginning of its line.");
        }

        parser.Consume<DocumentEnd>();
        RefuseSecondDocument(parser);
    }

    /// <summary>Passes the values on until the file cannot be read any further; why not becomes a finding.</summary>
    private IEnumerable<YamlNode> Guard(IEnumerable<YamlNode> nodes)
    {
        using var enumerator = nodes.GetEnumerator();
        while (true)
        {
            try
            {
                if (!enumerator.MoveNext())
                {
                    yield break;
                }
            }
            catch (YamlReadException exception)
            {
                findings.Error(exception.Id, path, exception.Line, exception.Message, exception.Fix);
                yield break;
            }
            catch (YamlException exception)
            {
                ReportSyntax(exception.Start.Line, exception.Message);
                yield break;
            }
            catch (Exception exception) when (exception is not OperationCanceledException and not OutOfMemoryException)
            {
                // The parser meets some broken files with an exception about its own state instead of the file's.
                ReportSyntax(_parser?.Current?.End.Line ?? 1, "something is not closed or not indented here");
                yield break;
            }

            yield return enumerator.Current;
        }
    }

    private void ReportSyntax(long at, string message)
    {
        var line = Math.Max(1, (int)at);
        if (TabIndentation.FirstLine(text, line) is { } tabbed)
        {
            findings.Error(
                LintId.TabIndentation, path, tabbed, "The line is indented with a tab, which YAML does not allow.", "Replace the tab by two spaces for each level.");
            return;
        }

        findings.Error(
            LintId.YamlSyntax,
            path,
            line,
            $"This is not valid YAML: {message.Trim().TrimEnd('.')}.",
            "Check the indentation, and put quotation marks around text that holds ': ' or ' #' or starts with one of []{}&*!|>'\"%@`.");
    }
}
