namespace StoryBot.Core.Knowledge.Linting;

/// <summary>The ids of all findings. An id is never given to another finding; the table in this folder's README explains each.</summary>
public static class LintId
{
    /// <summary>The pack's folder is missing or cannot be opened.</summary>
    public const string FolderMissing = "SB001";

    /// <summary>A file that every pack needs is missing.</summary>
    public const string FileMissing = "SB002";

    /// <summary>A file cannot be opened or read.</summary>
    public const string FileUnreadable = "SB003";

    /// <summary>A file is larger than the limit.</summary>
    public const string FileTooLarge = "SB004";

    /// <summary>A file is not UTF-8 text.</summary>
    public const string NotUtf8 = "SB005";

    /// <summary>A link leads out of the pack's folder.</summary>
    public const string LinkLeavesPack = "SB006";

    /// <summary>A file is empty.</summary>
    public const string FileEmpty = "SB007";

    /// <summary>A file is not valid YAML.</summary>
    public const string YamlSyntax = "SB008";

    /// <summary>A line is indented with a tab.</summary>
    public const string TabIndentation = "SB009";

    /// <summary>Anchors expand too far, or values are nested too deep.</summary>
    public const string YamlTooLarge = "SB010";

    /// <summary>A file is not the list or the mapping that it should be.</summary>
    public const string WrongFileShape = "SB011";

    /// <summary>A key is unknown.</summary>
    public const string UnknownKey = "SB012";

    /// <summary>A key stands twice in one mapping.</summary>
    public const string DuplicateKey = "SB013";

    /// <summary>A required key is missing or has no value.</summary>
    public const string MissingKey = "SB014";

    /// <summary>A value is text, a list or a mapping where another of them belongs.</summary>
    public const string WrongType = "SB015";

    /// <summary>A value is not one of the allowed words.</summary>
    public const string UnknownWord = "SB016";

    /// <summary>A date is not ISO 8601 or does not exist.</summary>
    public const string BadDate = "SB017";

    /// <summary>A value is not a number.</summary>
    public const string BadNumber = "SB018";

    /// <summary>An address is not absolute http or https.</summary>
    public const string BadUrl = "SB019";

    /// <summary>An id cannot be used as one.</summary>
    public const string BadId = "SB020";

    /// <summary>Two entries have the same id.</summary>
    public const string DuplicateId = "SB021";

    /// <summary>A source id leads nowhere.</summary>
    public const string DanglingSource = "SB022";

    /// <summary>A record id leads nowhere.</summary>
    public const string DanglingRecord = "SB023";

    /// <summary>Records supersede one another in a circle.</summary>
    public const string SupersededInCircle = "SB024";

    /// <summary>Two entities share a name or an alias.</summary>
    public const string DuplicateAlias = "SB025";

    /// <summary>A record has no evidence.</summary>
    public const string NoEvidence = "SB026";

    /// <summary>Evidence has neither an excerpt nor a gist, or both.</summary>
    public const string ExcerptOrGist = "SB027";

    /// <summary>An excerpt is taken from a source whose wording is unreliable.</summary>
    public const string UnreliableExcerpt = "SB028";

    /// <summary>A paragraph does not exist in the source's text.</summary>
    public const string NoSuchParagraph = "SB029";

    /// <summary>An excerpt does not stand in the source's text.</summary>
    public const string ExcerptNotInText = "SB030";

    /// <summary>A number of a statement stands in none of its evidence.</summary>
    public const string NumberWithoutEvidence = "SB031";

    /// <summary>A quotation differs from its evidence.</summary>
    public const string QuotationDiffers = "SB032";

    /// <summary>A retracted record does not say why.</summary>
    public const string RetractedWithoutReason = "SB033";

    /// <summary>A record that is not retracted says when it was.</summary>
    public const string RetractionWithoutReview = "SB034";

    /// <summary>A record is dated after the story's as-of.</summary>
    public const string DatedAfterAsOf = "SB035";

    /// <summary>No record cites a source, and it has no text.</summary>
    public const string UnusedSource = "SB036";

    /// <summary>A text belongs to no source.</summary>
    public const string TextWithoutSource = "SB037";

    /// <summary>Two files hold the text of one source.</summary>
    public const string TwoTexts = "SB038";

    /// <summary>A file is not part of a pack.</summary>
    public const string UnknownFile = "SB039";

    /// <summary>The story's id is not the folder's name.</summary>
    public const string StoryIdIsNotFolder = "SB040";

    /// <summary>Two packs have the same story id.</summary>
    public const string DuplicateStory = "SB041";
}
